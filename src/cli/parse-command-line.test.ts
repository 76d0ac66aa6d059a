import { describe, expect, it } from "vitest";
import { parseCommandLine } from "./parse-command-line.ts";

/** The command's name and what was given, or why it was refused. */
function read(line: string): unknown {
  const request = parseCommandLine(line.split(" ").filter(Boolean));
  switch (request.kind) {
    case "command":
      return [request.definition.name, request.options];
    case "usage":
      return request.message;
    case "help":
    case "version":
      return request.kind;
  }
}

describe("a command line", () => {
  it("takes words for --select until the next option, and again when repeated", () => {
    expect(read("run -s a b+ --full-refresh --select c")).toEqual([
      "run",
      { select: ["a", "b+", "c"], fullRefresh: true },
    ]);
  });

  it("knows dbt's older spellings of --select", () => {
    expect(read("run -m a --models b --model c")).toEqual(["run", { select: ["a", "b", "c"] }]);
  });

  it("keeps --models apart for list", () => {
    expect(read("ls --models a --output name")).toEqual([
      "list",
      { models: ["a"], output: "name" },
    ]);
  });

  it("takes global options before and after the command", () => {
    expect(read("--debug run --target prod")).toEqual(["run", { debug: true, target: "prod" }]);
  });

  it("refuses a global option that is given on both sides", () => {
    expect(read("--debug run --debug")).toContain("before and after");
  });

  it("turns flags off by their --no- form", () => {
    expect(read("parse --no-partial-parse --no-use-colors")).toEqual([
      "parse",
      { partialParse: false, useColors: false },
    ]);
  });

  it("reads commands of two words", () => {
    expect(read("docs generate --no-compile")).toEqual(["docs generate", { compile: false }]);
    expect(read("source freshness -o out.json")).toEqual([
      "source freshness",
      { output: "out.json" },
    ]);
    expect(read("source snapshot-freshness")).toEqual(["source freshness", {}]);
  });

  it("reads the argument of a command", () => {
    expect(read("run-operation grant --args {a:1}")).toEqual([
      "run-operation",
      { macro: "grant", args: "{a:1}" },
    ]);
  });

  it("takes negative numbers and SQL that starts with dashes as values", () => {
    expect(read("show --limit -1 --inline=--x")).toEqual(["show", { limit: -1, inline: "--x" }]);
  });

  it("names an option that does not exist", () => {
    expect(read("run --no-full-refresh")).toContain("--no-full-refresh");
    expect(read("run --no-such")).toContain("--no-such");
  });

  it("names a command that does not exist", () => {
    expect(read("biuld")).toContain("biuld");
  });

  it("says which values a choice has", () => {
    expect(read("ls --output yaml")).toContain("json, name, path, selector");
  });

  it("refuses a number that is none", () => {
    expect(read("run --threads many")).toContain("--threads");
  });

  it("shows help for nothing, -h and a group", () => {
    expect(read("")).toBe("help");
    expect(read("-h")).toBe("help");
    expect(read("build --help")).toBe("help");
    expect(read("docs")).toBe("help");
  });

  it("answers the version flags anywhere", () => {
    for (const line of ["-v", "-V", "--version", "run --version", "docs -v"]) {
      expect(read(line)).toBe("version");
    }
  });
});
