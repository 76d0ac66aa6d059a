export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Monday first: the ISO order. */
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export const QUARTERS = ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"] as const;

export const AM_PM = ["AM", "PM"] as const;

export function shortName(name: string): string {
  return name.slice(0, 3);
}
