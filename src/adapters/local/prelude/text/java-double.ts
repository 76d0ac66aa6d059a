/** Java's Double.toString: `1.0`, `1.0E10`, `1.0E-4`, `NaN`, `Infinity`. */
export function javaDouble(value: number): string {
  return specialText(value) ?? layout(value, Math.abs(value).toExponential());
}

/** Java's Float.toString: as few digits as tell the float from its neighbours. */
export function javaFloat(value: number): string {
  return specialText(value) ?? layout(value, shortestFloat(Math.abs(value)));
}

function specialText(value: number): string | undefined {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  return undefined;
}

function shortestFloat(size: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const text = size.toExponential(digits);
    if (Math.fround(Number(text)) === Math.fround(size)) return text;
  }
  return size.toExponential(8);
}

function layout(value: number, exponential: string): string {
  const [mantissa = "", power = "0"] = exponential.split("e");
  const exponent = Number(power);
  const digits = mantissa.replace(".", "");
  const sign = value < 0 ? "-" : "";
  if (exponent < -3 || exponent >= 7) {
    return `${sign}${digits[0] ?? ""}.${digits.slice(1) || "0"}E${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const padded = digits.padEnd(exponent + 1, "0");
  return `${sign}${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1) || "0"}`;
}
