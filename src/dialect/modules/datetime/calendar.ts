/** Python's `date.toordinal`: 1 January of the year 1 is day 1. */
export function ordinalOf(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let days = before * 365 + leapDays;
  for (let index = 1; index < month; index += 1) days += daysInMonth(year, index);
  return days + day;
}

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function dayOfOrdinal(ordinal: number): CalendarDay {
  let year = Math.floor(ordinal / 365.2425) + 1;
  while (ordinalOf(year, 1, 1) > ordinal) year -= 1;
  while (ordinalOf(year + 1, 1, 1) <= ordinal) year += 1;
  let rest = ordinal - ordinalOf(year, 1, 1);
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Monday is 0. */
export function weekdayOf(ordinal: number): number {
  return (ordinal + 6) % 7;
}

export interface IsoWeek {
  readonly year: number;
  readonly week: number;
  /** Monday is 1. */
  readonly weekday: number;
}

export function isoWeekOf(ordinal: number): IsoWeek {
  const weekday = weekdayOf(ordinal);
  // The week belongs to the year of its Thursday.
  const thursday = ordinal - weekday + 3;
  const { year } = dayOfOrdinal(thursday);
  const week = Math.floor((thursday - ordinalOf(year, 1, 1)) / 7) + 1;
  return { year, week, weekday: weekday + 1 };
}
