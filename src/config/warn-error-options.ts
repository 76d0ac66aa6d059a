import { warnErrorOptions } from "../errors/config-errors.ts";
import type { WarnErrorOptions } from "./flags.ts";

/**
 * Reads `--warn-error-options`: `error` ("all", "*" or event names), `warn` and `silence`, or the
 * old names `include` and `exclude`. Unknown keys are ignored, as dbt does.
 */
export function readWarnErrorOptions(value: Readonly<Record<string, unknown>>): WarnErrorOptions {
  const error = readError(pick(value, "error", "include"));
  const warn = readNames("warn", pick(value, "warn", "exclude"));
  const silence = readNames("silence", value.silence);
  const exemptible =
    error === "all" || error.includes("Deprecations") || silence.includes("Deprecations");
  if (warn.length > 0 && !exemptible) {
    throw warnErrorOptions(
      'In warn_error_options, "warn" exempts events from "error": it needs error: all, or Deprecations in error or silence.',
    );
  }
  return { error, warn, silence };
}

function pick(value: Readonly<Record<string, unknown>>, name: string, oldName: string): unknown {
  const current = value[name];
  const old = value[oldName];
  if (isFilled(current) && isFilled(old)) {
    throw warnErrorOptions(
      `In warn_error_options, "${name}" and its old name "${oldName}" are both given.`,
    );
  }
  return oldName in value ? old : current;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;
}

function readError(value: unknown): "all" | readonly string[] {
  return value === "all" || value === "*" ? "all" : readNames("error", value);
}

function readNames(key: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  const also = key === "error" ? ' or "all"' : "";
  throw warnErrorOptions(`In warn_error_options, "${key}" must be a list of event names${also}.`);
}
