import { expect, it } from "vitest";
import { countDeprecations } from "./count-deprecations.ts";
import { environmentVariableNamespaceDeprecation } from "./deprecation-events.ts";
import { createEventBus } from "./event-bus.ts";
import { note } from "./main-events.ts";

function namesShown(showAll: boolean): readonly string[] {
  const bus = createEventBus();
  const names: string[] = [];
  bus.listen((event) => names.push(event.name));
  const { events, summarize } = countDeprecations(bus, showAll);
  events.emit(environmentVariableNamespaceDeprecation("DBT_ENGINE_A"));
  events.emit(note("something else"));
  events.emit(environmentVariableNamespaceDeprecation("DBT_ENGINE_B"));
  summarize();
  return names;
}

it("shows a kind of deprecation once, and counts at the end", () => {
  expect(namesShown(false)).toEqual([
    "EnvironmentVariableNamespaceDeprecation",
    "Note",
    "DeprecationsSummary",
  ]);
});

it("shows each one with --show-all-deprecations", () => {
  expect(namesShown(true)).toEqual([
    "EnvironmentVariableNamespaceDeprecation",
    "Note",
    "EnvironmentVariableNamespaceDeprecation",
    "DeprecationsSummary",
  ]);
});

it("says nothing where nothing is deprecated", () => {
  const bus = createEventBus();
  const names: string[] = [];
  bus.listen((event) => names.push(event.name));
  countDeprecations(bus, false).summarize();
  expect(names).toEqual([]);
});
