import type { FilterFunction } from "../../filter-function.ts";
import { DEFAULT_FILTERS } from "./default-filters.ts";
import { HTML_FILTERS } from "./html-filters.ts";
import { NUMBER_FILTERS } from "./number-filters.ts";
import { ORDERING_FILTERS } from "./ordering-filters.ts";
import { SELECTING_FILTERS } from "./selecting-filters.ts";
import { SEQUENCE_FILTERS } from "./sequence-filters.ts";
import { TEXT_FILTERS } from "./text-filters.ts";

/** Jinja's filters by name. */
export const FILTERS: ReadonlyMap<string, FilterFunction> = new Map([
  ...TEXT_FILTERS,
  ...NUMBER_FILTERS,
  ...SEQUENCE_FILTERS,
  ...ORDERING_FILTERS,
  ...SELECTING_FILTERS,
  ...DEFAULT_FILTERS,
  ...HTML_FILTERS,
]);
