import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { runIn } from "../support/temp-project.ts";

const run = (line: string): ReturnType<typeof runIn> => runIn(tmpdir(), line.split(" "));

describe("help", () => {
  it.each(COMMANDS.map((command) => [command.name, command]))("of %s", async (name, command) => {
    const { exitCode, stdout } = await run(`${name} --help`);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`Usage: dbt-glue ${name}`);
    expect(stdout).toContain(command.summary);
    for (const example of command.examples) expect(stdout).toContain(`dbt-glue ${example}`);
  });

  it("of the program lists every command", async () => {
    const { stdout } = await run("-h");
    for (const command of COMMANDS) expect(stdout).toContain(`  ${command.name}`);
  });

  it("fits into 100 columns", async () => {
    const { stdout } = await run("build --help");
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe("words that make no sense", () => {
  it("end with exit code 2 on stderr, and name the nearest option", async () => {
    const { exitCode, stdout, stderr } = await run("run --no-full-refresh");
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("--no-full-refresh");
    expect(stderr).toContain("--full-refresh?");
  });

  it("name the nearest command", async () => {
    const { exitCode, stderr } = await run("biuld");
    expect(exitCode).toBe(2);
    expect(stderr).toContain('There is no command "biuld". Did you mean "build"?');
  });
});

describe("--version", () => {
  it("says which dbt this is, in dbt's shape", async () => {
    const { exitCode, stdout } = await run("--version");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Core:\n {2}- installed: 1\.12\.\d+\n\nPlugins:\n {2}- glue: \d/);
  });
});
