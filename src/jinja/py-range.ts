import { pythonError } from "../errors/jinja-errors.ts";

/** Python's range over safe integers; never materialised. */
export class PyRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;

  constructor(start: number, stop: number, step = 1) {
    if (step === 0) throw pythonError("ValueError", "range() arg 3 must not be zero");
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  get length(): number {
    return Math.max(0, Math.ceil((this.stop - this.start) / this.step));
  }

  /** The item at a non-negative index below `length`. */
  at(index: number): number {
    return this.start + index * this.step;
  }

  includes(value: number): boolean {
    const index = (value - this.start) / this.step;
    return Number.isInteger(index) && index >= 0 && index < this.length;
  }

  *[Symbol.iterator](): Generator<number> {
    const length = this.length;
    for (let index = 0; index < length; index += 1) yield this.at(index);
  }
}
