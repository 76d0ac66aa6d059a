/**
 * Marks inside the text of an aggregate, which finishAggregate takes out: around the call that gets
 * DISTINCT, FILTER and OVER, and before a condition that FILTER has to hold as well.
 */
export const CORE_START = "\u0001";
export const CORE_END = "\u0002";
export const CORE_FILTER = "\u0003";

export function core(sql: string): string {
  return `${CORE_START}${sql}${CORE_END}`;
}

export function filtered(sql: string, condition: string): string {
  return core(`${sql}${CORE_FILTER}${condition}`);
}
