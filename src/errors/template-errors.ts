import { EngineError } from "./engine-error.ts";

export function resultAlreadyLoaded(name: string): EngineError {
  return new EngineError({
    code: "RESULT_ALREADY_LOADED",
    message: `The result of the statement "${name}" was loaded before; a result can be loaded once.`,
    hint: "Keep what load_result gives in a variable.",
  });
}

/** `exceptions.raise_compiler_error(message)` and macros that refuse their arguments. */
export function raisedByTemplate(message: string): EngineError {
  return new EngineError({ code: "COMPILATION_ERROR", message });
}

/** `exceptions.raise_database_error(message)`. */
export function databaseErrorByTemplate(message: string): EngineError {
  return new EngineError({ code: "DATABASE_ERROR", kind: "database", message });
}

/** `exceptions.raise_fail_fast_error(message)`. */
export function failFastByTemplate(message: string): EngineError {
  return new EngineError({ code: "FAIL_FAST", message });
}

export function configMissing(node: string, name: string): EngineError {
  return new EngineError({
    code: "CONFIG_MISSING",
    message: `"${node}" does not set the config "${name}", which is required here.`,
    hint: `Add ${name} to the node's config.`,
    node,
  });
}

export function persistDocsNotADict(found: string): EngineError {
  return new EngineError({
    code: "PERSIST_DOCS_NOT_A_DICT",
    message: `The config "persist_docs" must be a dict such as {relation: true, columns: true}, and is ${found}.`,
  });
}

export function valueNotAllowed(value: string, allowed: string): EngineError {
  return new EngineError({
    code: "VALUE_NOT_ALLOWED",
    message: `Expected "${value}" to be one of ${allowed}.`,
  });
}

export function materializationMissing(materialization: string): EngineError {
  return new EngineError({
    code: "MATERIALIZATION_MISSING",
    message: `There is no materialization called "${materialization}" for Glue or Spark.`,
    hint: "Use view, table, incremental, ephemeral or seed, or define the materialization in macros/.",
  });
}

export function materializationLanguage(
  materialization: string,
  languages: readonly string[],
  language: string,
): EngineError {
  return new EngineError({
    code: "MATERIALIZATION_LANGUAGE",
    message: `The materialization "${materialization}" supports ${languages.join(" and ")}, and the model is written in ${language}.`,
  });
}

export function envVarMissing(name: string): EngineError {
  return new EngineError({
    code: "ENV_VAR_MISSING",
    message: `The environment variable "${name}" is not set, and env_var has no default.`,
    hint: `Set ${name}, or give a default: env_var('${name}', 'default').`,
  });
}

export function secretOutsideProfile(name: string): EngineError {
  return new EngineError({
    code: "SECRET_ENV_VAR",
    message: `The secret environment variable "${name}" can be read only in profiles.yml and packages.yml.`,
  });
}

export function varMissing(node: string, name: string, known: readonly string[]): EngineError {
  const hint = `Set it under vars: in dbt_project.yml, or with --vars '{${name}: value}'.`;
  return new EngineError({
    code: "VAR_MISSING",
    message: `"${node}" needs the variable "${name}", which is not set.`,
    hint: known.length > 0 ? `Variables that are set: ${known.join(", ")}. ${hint}` : hint,
  });
}

export function notWriteable(): EngineError {
  return new EngineError({
    code: "WRITE_OUTSIDE_NODE",
    message: "write() works only in nodes: macros and sources have no file under target/run.",
  });
}

export function adapterMacroRemoved(name: string): EngineError {
  return new EngineError({
    code: "ADAPTER_MACRO_REMOVED",
    message: `adapter_macro is gone from dbt; it was called for "${name}".`,
    hint: "Use adapter.dispatch(name, macro_namespace)(...).",
  });
}

export function introspectionOff(): EngineError {
  return new EngineError({
    code: "INTROSPECTION_OFF",
    message: "A template asks the engine, and --no-introspect is set.",
    hint: "Guard the query with {% if execute and flags.INTROSPECT %}, or leave out --no-introspect.",
  });
}
