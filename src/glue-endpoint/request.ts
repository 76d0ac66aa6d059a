import { invalidInput } from "./glue-fault.ts";

/** One call of the API, decoded. */
export interface GlueRequest {
  /** `CreateSession`, ... */
  readonly operation: string;
  readonly input: Input;
  readonly region: string;
  /** Access key of the signature's credential scope; tells callers apart. */
  readonly accessKey: string;
  /** The same over retries of one call: what makes a repeated RunStatement harmless. */
  readonly invocationId: string | undefined;
}

/** Typed reading of a request's members; each failure is the service's own kind of error. */
export interface Input {
  readonly members: Readonly<Record<string, unknown>>;
  string(name: string, rules?: StringRules): string;
  optionalString(name: string, rules?: StringRules): string | undefined;
  integer(name: string, rules?: NumberRules): number;
  optionalInteger(name: string, rules?: NumberRules): number | undefined;
  optionalNumber(name: string): number | undefined;
  boolean(name: string): boolean;
  record(name: string): Readonly<Record<string, unknown>>;
  optionalRecord(name: string): Readonly<Record<string, unknown>> | undefined;
  optionalList(name: string): readonly unknown[] | undefined;
}

export interface StringRules {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
}

export interface NumberRules {
  readonly min?: number;
  readonly max?: number;
}

export function readInput(members: Readonly<Record<string, unknown>>): Input {
  const optionalString = (name: string, rules: StringRules = {}): string | undefined => {
    const value = members[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "string") throw wrongType(name, "a string", value);
    return checkLength(name, value, { min: 1, ...rules });
  };
  const optionalInteger = (name: string, rules: NumberRules = {}): number | undefined => {
    const value = members[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "number" || !Number.isInteger(value))
      throw wrongType(name, "an integer", value);
    return checkRange(name, value, rules);
  };
  const optionalRecord = (name: string): Readonly<Record<string, unknown>> | undefined => {
    const value = members[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== "object" || Array.isArray(value)) throw wrongType(name, "a map", value);
    return value as Readonly<Record<string, unknown>>;
  };
  return {
    members,
    optionalString,
    optionalInteger,
    optionalRecord,
    string: (name, rules) => required(name, optionalString(name, rules)),
    integer: (name, rules) => required(name, optionalInteger(name, rules)),
    record: (name) => required(name, optionalRecord(name)),
    boolean: (name) => members[name] === true,
    optionalNumber(name) {
      const value = members[name];
      if (value === undefined || value === null) return undefined;
      if (typeof value !== "number") throw wrongType(name, "a number", value);
      return value;
    },
    optionalList(name) {
      const value = members[name];
      if (value === undefined || value === null) return undefined;
      if (!Array.isArray(value)) throw wrongType(name, "a list", value);
      return value as readonly unknown[];
    },
  };
}

function required<T>(name: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw invalidInput(
    `1 validation error detected: Value null at '${camel(name)}' failed to satisfy constraint: Member must not be null`,
  );
}

function checkLength(name: string, value: string, rules: StringRules): string {
  const failed = (rule: string): never => {
    throw invalidInput(
      `1 validation error detected: Value at '${camel(name)}' failed to satisfy constraint: Member must ${rule}`,
    );
  };
  if (value.length < (rules.min ?? 0))
    failed(`have length greater than or equal to ${rules.min ?? 0}`);
  if (value.length > (rules.max ?? Infinity))
    failed(`have length less than or equal to ${rules.max ?? 0}`);
  if (rules.pattern && !rules.pattern.test(value))
    failed(`satisfy regular expression pattern: ${rules.pattern.source}`);
  return value;
}

function checkRange(name: string, value: number, rules: NumberRules): number {
  const { min = -Infinity, max = Infinity } = rules;
  if (value >= min && value <= max) return value;
  throw invalidInput(
    `1 validation error detected: Value '${value}' at '${camel(name)}' failed to satisfy constraint: Member must have value between ${min} and ${max}`,
  );
}

function wrongType(name: string, expected: string, got: unknown): Error {
  return invalidInput(
    `"${name}" must be ${expected}, not ${Array.isArray(got) ? "a list" : typeof got}.`,
  );
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
