import { expect, test } from "vitest";
import { HOST, type BinaryOperator } from "../jinja/host-object.ts";
import { pyStr } from "../jinja/python-text.ts";
import { decimalObject } from "./decimal-object.ts";

// Expected values were printed by Python 3.11's decimal module.
function reckon(left: string, operator: BinaryOperator, right: string): string {
  return pyStr(decimalObject(left)[HOST].binary?.(operator, decimalObject(right), false));
}

test("sums and products keep the decimals that Python keeps", () => {
  expect(reckon("10.50", "+", "7.25")).toBe("17.75");
  expect(reckon("1.50", "+", "1.50")).toBe("3.00");
  expect(reckon("1.50", "*", "2")).toBe("3.00");
  expect(reckon("5", "-", "7.5")).toBe("-2.5");
});

test("quotients are exact where they can be, else 28 digits", () => {
  expect(reckon("1", "/", "4")).toBe("0.25");
  expect(reckon("1.00", "/", "4")).toBe("0.25");
  expect(reckon("6", "/", "3")).toBe("2");
  expect(reckon("2", "/", "3")).toBe("0.6666666666666666666666666667");
  expect(reckon("-7", "//", "2")).toBe("-3");
  expect(reckon("-7", "%", "2")).toBe("-1");
});

test("numbers print as Python prints them", () => {
  expect(
    ["1e3", "0.50", "1E-7", "0.000001", "inf", "nan"].map((t) => pyStr(decimalObject(t))),
  ).toEqual(["1E+3", "0.50", "1E-7", "0.000001", "Infinity", "NaN"]);
});

test("a decimal equals the int of its value", () => {
  expect(decimalObject("2.0")[HOST].equals?.(2)).toBe(true);
  expect(decimalObject("2.5")[HOST].compare?.(2)).toBe(1);
});
