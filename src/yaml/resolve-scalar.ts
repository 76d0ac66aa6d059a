import { PyFloat } from "../util/python-values.ts";
import { isYamlTimestamp, readYamlTimestamp } from "./yaml-timestamp.ts";

/**
 * The value of an untagged plain scalar by YAML 1.1 as PyYAML reads it: `yes` and `off` are
 * booleans, `1_000` and `12:30` are integers, `010` is octal, `1e3` is a string, `2024-01-31` is a
 * date. Everything else is the text itself.
 *
 * @param reject - called with the reason for what looks typed and has no value (`2024-02-30`)
 */
export function resolvePlainScalar(text: string, reject: (reason: string) => never): unknown {
  if (text === "") return null;
  if (!MAY_START_TYPED.test(text)) return text;
  if (NULL.test(text)) return null;
  if (BOOL.test(text)) return readYamlBoolean(text);
  if (INT.test(text)) return readYamlInteger(text);
  if (FLOAT.test(text)) return readYamlFloat(text);
  if (isYamlTimestamp(text)) return readYamlTimestamp(text, reject);
  if (text === "=") return reject("a lone = has no value in YAML 1.1");
  return text;
}

const MAY_START_TYPED = /^[-+.~=0-9yYnNtTfFoO]/;
const NULL = /^(?:~|null|Null|NULL)$/;
const BOOL = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const SEXAGESIMAL = "(?::[0-5]?[0-9])+";
const INT = new RegExp(
  `^[-+]?(?:0b_*[01][01_]*|0[0-7_]+|0|[1-9][0-9_]*|0x_*[0-9a-fA-F][0-9a-fA-F_]*|[1-9][0-9_]*${SEXAGESIMAL})$`,
);
// The dot is obligatory and the exponent needs a sign: PyYAML reads 1e3 and 1.5e3 as strings.
const FLOAT = new RegExp(
  "^(?:" +
    [
      "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?",
      "\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?",
      `[-+]?[0-9][0-9_]*${SEXAGESIMAL}\\.[0-9_]*`,
      "[-+]?\\.(?:inf|Inf|INF)",
      "\\.(?:nan|NaN|NAN)",
    ].join("|") +
    ")$",
);
/** `yes`, `Off`, `TRUE` ...: only of text that is one of YAML 1.1's words. */
export function readYamlBoolean(text: string): boolean {
  return ["yes", "true", "on"].includes(text.toLowerCase());
}

/** Binary, octal, hexadecimal, sexagesimal and decimal; bigint beyond 2^53. */
export function readYamlInteger(text: string): number | bigint {
  const bare = text.replaceAll("_", "");
  const negative = bare.startsWith("-");
  const magnitude = readMagnitude(bare.replace(/^[-+]/, ""));
  const value = negative ? -magnitude : magnitude;
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

function readMagnitude(digits: string): bigint {
  if (/^0[bx]/.test(digits)) return BigInt(digits);
  if (digits.includes(":")) {
    return digits.split(":").reduce((sum, part) => sum * 60n + BigInt(part), 0n);
  }
  if (digits.startsWith("0") && digits !== "0") return BigInt(`0o${digits.slice(1) || "0"}`);
  return BigInt(digits);
}

export function readYamlFloat(text: string): PyFloat {
  const bare = text.replaceAll("_", "").toLowerCase();
  const sign = bare.startsWith("-") ? -1 : 1;
  const digits = bare.replace(/^[-+]/, "");
  if (digits === ".inf") return new PyFloat(sign * Infinity);
  if (digits === ".nan") return new PyFloat(NaN);
  if (digits.includes(":")) {
    return new PyFloat(sign * digits.split(":").reduce((sum, part) => sum * 60 + Number(part), 0));
  }
  return new PyFloat(sign * Number(digits));
}
