import { bindArguments } from "../bind-arguments.ts";
import type { CallArguments } from "../host-object.ts";
import { hashKey } from "../hash-key.ts";
import { HOST, isHostObject } from "../host-object.ts";
import { PyDict } from "../py-dict.ts";
import { iterableOf, lengthOf } from "../py-iterate.ts";
import { PyDictView } from "../py-dict-view.ts";
import { PySet } from "../py-set.ts";
import { pyEquals } from "../python-equality.ts";
import { pyStr } from "../python-text.ts";
import { UndefinedValue } from "../undefined-value.ts";
import { PyFloat } from "../../util/python-values.ts";
import { binary } from "../python-arithmetic.ts";
import type { TestFunction } from "../filter-function.ts";
import { contains } from "./containment.ts";
import { isLower, isUpper } from "./methods/case-methods.ts";
import { asNumber } from "./numbers.ts";
import { order } from "../python-ordering.ts";
import type { RenderContext } from "../render-context.ts";

type TestBody = (value: unknown, other: unknown, context: RenderContext) => boolean;

function defineTest(
  name: string,
  parameters: readonly string[],
  body: TestBody,
): readonly [string, TestFunction] {
  return [
    name,
    {
      apply(context, value, args) {
        const plain = args.named.size === 0 && args.positional.length === parameters.length;
        const [other] = plain ? args.positional : bindTest(name, parameters, value, args);
        return body(value, other, context);
      },
    },
  ];
}

/** Jinja's tests are Python functions of the value and the rest. */
function bindTest(
  name: string,
  parameters: readonly string[],
  value: unknown,
  args: CallArguments,
): unknown[] {
  const all = { positional: [value, ...args.positional], named: args.named };
  return bindArguments(`test_${name}`, ["value", ...parameters], all).slice(1);
}

function test(name: string, body: TestBody): readonly [string, TestFunction] {
  return defineTest(name, [], body);
}

function aliases(names: readonly string[], body: TestBody): (readonly [string, TestFunction])[] {
  return names.map((name) => defineTest(name, ["other"], body));
}

/** Jinja's tests by name. */
export const TESTS: ReadonlyMap<string, TestFunction> = new Map([
  test("odd", (value) => pyEquals(binary("%", value, 2), 1)),
  test("even", (value) => pyEquals(binary("%", value, 2), 0)),
  defineTest("divisibleby", ["num"], (value, number) => pyEquals(binary("%", value, number), 0)),
  test("defined", (value) => !(value instanceof UndefinedValue)),
  test("undefined", (value) => value instanceof UndefinedValue),
  test("filter", (value, _other, context) => isKnown(context.names.filters, value)),
  test("test", (value, _other, context) => isKnown(context.names.tests, value)),
  test("none", (value) => value === null),
  test("boolean", (value) => typeof value === "boolean"),
  test("true", (value) => value === true),
  test("false", (value) => value === false),
  test("integer", (value) => typeof value !== "boolean" && asNumber(value)?.kind === "int"),
  test("float", (value) => asNumber(value)?.kind === "float"),
  test("number", (value) => asNumber(value) !== undefined || isHostNumber(value)),
  test("string", (value) => typeof value === "string"),
  test("lower", (value) => isLower(pyStr(value))),
  test("upper", (value) => isUpper(pyStr(value))),
  test("mapping", (value) => value instanceof PyDict || isHostMapping(value)),
  test("sequence", isSequence),
  test("iterable", (value) => iterableOf(value) !== undefined),
  test("callable", isCallable),
  test("escaped", () => false),
  ...aliases(["sameas"], isSame),
  ...aliases(["in"], (value, container) => contains(container, value)),
  ...aliases(["==", "eq", "equalto"], pyEquals),
  ...aliases(["!=", "ne"], (value, other) => !pyEquals(value, other)),
  ...aliases([">", "gt", "greaterthan"], (value, other) => order(">", value, other)),
  ...aliases([">=", "ge"], (value, other) => order(">=", value, other)),
  ...aliases(["<", "lt", "lessthan"], (value, other) => order("<", value, other)),
  ...aliases(["<=", "le"], (value, other) => order("<=", value, other)),
]);

/** Like any look-up in a dict: what cannot be a key is refused. */
function isKnown(names: ReadonlyMap<string, unknown>, value: unknown): boolean {
  const key = hashKey(value);
  return typeof key === "string" && names.has(key);
}

function isHostMapping(value: unknown): boolean {
  return isHostObject(value) && value[HOST].isMapping === true;
}

function isHostNumber(value: unknown): boolean {
  return isHostObject(value) && value[HOST].toNumber !== undefined;
}

/** Jinja asks for a length and items; sets and views have no items. */
function isSequence(value: unknown): boolean {
  if (value instanceof PySet || value instanceof PyDictView) return false;
  if (isHostObject(value)) {
    return value[HOST].length !== undefined && value[HOST].getItem !== undefined;
  }
  return lengthOf(value) !== undefined;
}

function isCallable(value: unknown): boolean {
  if (isHostObject(value)) return value[HOST].call !== undefined;
  return typeof value === "function" || value instanceof UndefinedValue;
}

/** Identity; equal small numbers and strings are one object in CPython too. */
function isSame(value: unknown, other: unknown): boolean {
  if (value instanceof PyFloat || other instanceof PyFloat) return value === other;
  return Object.is(value, other);
}
