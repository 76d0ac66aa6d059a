/** What can stand behind `state:`. */
export const STATE_CHECKS = [
  "new",
  "old",
  "modified",
  "unmodified",
  "modified.body",
  "modified.configs",
  "modified.persisted_descriptions",
  "modified.relation",
  "modified.macros",
  "modified.contract",
] as const;

export type StateCheck = (typeof STATE_CHECKS)[number];
