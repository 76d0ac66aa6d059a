import { describe, expect, it } from "vitest";
import { warningFate, type WarnPolicy } from "./warn-policy.ts";

function policy(options: Partial<WarnPolicy["warnErrorOptions"]>, warnError = false): WarnPolicy {
  return { warnError, warnErrorOptions: { error: [], warn: [], silence: [], ...options } };
}
const warning = { name: "NothingToDo", code: "Q035" };
const deprecated = { name: "SomeDeprecation", code: "D001" };

describe("what becomes of a warning", () => {
  it("is a warning unless something else is said", () => {
    expect(warningFate(policy({}), warning)).toBe("warn");
  });

  it("is an error with --warn-error, by its name, or with all", () => {
    expect(warningFate(policy({}, true), warning)).toBe("error");
    expect(warningFate(policy({ error: ["NothingToDo"] }), warning)).toBe("error");
    expect(warningFate(policy({ error: "all" }), warning)).toBe("error");
  });

  it("takes a name under warn or silence before all", () => {
    expect(warningFate(policy({ error: "all", warn: ["NothingToDo"] }), warning)).toBe("warn");
    expect(warningFate(policy({ error: "all", silence: ["NothingToDo"] }), warning)).toBe(
      "silence",
    );
  });

  it("knows deprecations as a group, which a name beats", () => {
    const group = { error: ["Deprecations"] };
    expect(warningFate(policy(group), deprecated)).toBe("error");
    expect(warningFate(policy(group), warning)).toBe("warn");
    expect(warningFate(policy({ ...group, warn: ["SomeDeprecation"] }), deprecated)).toBe("warn");
    expect(warningFate(policy({ error: "all", silence: ["Deprecations"] }), deprecated)).toBe(
      "silence",
    );
  });
});
