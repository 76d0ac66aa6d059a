/**
 * A float as Python's `repr` writes it: the shortest digits that read back, `1.0` for whole
 * numbers, an exponent below 1e-4 and from 1e16 on.
 */
export function pythonFloatText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (Object.is(value, -0)) return "-0.0";
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  const power = Number(exponent);
  if (power < -4 || power >= 16) {
    const sign = power < 0 ? "-" : "+";
    return `${mantissa}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  const plain = value.toFixed(Math.max(0, digitsAfterPoint(mantissa) - power));
  return plain.includes(".") ? plain : `${plain}.0`;
}

function digitsAfterPoint(mantissa: string): number {
  const point = mantissa.indexOf(".");
  return point < 0 ? 0 : mantissa.length - point - 1;
}
