/** The statements that make the prelude's macros in the current schema, in order. */
export function preludeMacros(): readonly string[] {
  return [];
}
