/** Python's repr of a float: the shortest digits that read back as the same value. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude >= 1e16 || magnitude < 1e-4)) {
    return pythonExponent(value.toExponential());
  }
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** JavaScript writes `1e+5` and `1e-5`; Python pads the exponent to two digits. */
export function pythonExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}
