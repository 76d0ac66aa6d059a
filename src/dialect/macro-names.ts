const MACRO_PREFIX = "dbt_macro__";

/**
 * dbt renames every macro while it compiles it, so that a call to its plain name goes through the
 * context even inside its own file. Users meet the prefix in messages.
 */
export function compiledMacroName(name: string): string {
  return MACRO_PREFIX + name;
}

export function materializationMacroName(name: string, adapter: string): string {
  return `materialization_${name}_${adapter}`;
}

export function testMacroName(name: string): string {
  return `test_${name}`;
}
