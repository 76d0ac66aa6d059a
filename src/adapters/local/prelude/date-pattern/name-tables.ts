export const QUARTERS = ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"] as const;

export const AM_PM = ["AM", "PM"] as const;
