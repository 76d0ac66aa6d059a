// Names and arguments of the macros that dbt's global project (dbt-adapters 1.24), dbt-spark 1.11 and dbt-glue 1.12.4 have.
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import surface from "./surface.json" with { type: "json" };

const root = resolve(import.meta.dirname, "../../macros");
const folders = { dbt: "core", dbt_spark: "spark", dbt_glue: "glue" } as const;
const tag = /\{%-?\s*(macro|test|materialization)\s+(\w+)\s*([\s\S]*?)\s*-?%\}/g;

/** What differs on purpose; see docs/compatibility.md. */
const widened = new Map([["glue__create_table_as", "(temporary,relation,sql,language='sql')"]]);

function definitions(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of sqlFiles(folder)) {
    for (const [, kind, name, rest] of readFileSync(file, "utf8").matchAll(tag)) {
      const args = (rest ?? "").replaceAll(/\s/g, "").replaceAll('"', "'");
      if (kind === "materialization") found.set(`materialization_${name ?? ""}_${adapterOf(args)}`, "");
      else found.set(kind === "test" ? `test_${name ?? ""}` : (name ?? ""), args);
    }
  }
  return found;
}

const adapterOf = (args: string): string => /adapter='(\w+)'/.exec(args)?.[1] ?? "default";

const sqlFiles = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".sql"))
    .map((path) => join(root, folder, path));

const ours = new Map(Object.entries(folders).map(([name, folder]) => [name, definitions(folder)]));
const anywhere = new Map([...ours.values()].flatMap((found) => [...found]));

describe("the built-in macros", () => {
  it.each(Object.keys(folders))("have every name and argument that %s has", (name) => {
    const wanted = surface[name as keyof typeof folders];
    const different = wanted.filter((signature) => {
      const [macro = ""] = signature.split("(");
      const args = widened.get(macro) ?? signature.slice(macro.length);
      return (ours.get(name)?.get(macro) ?? anywhere.get(macro)) !== args;
    });
    expect(different).toEqual([]);
  });

  it("are defined once in each package", () => {
    const twice = Object.values(folders).flatMap((folder) => {
      const names = sqlFiles(folder).flatMap((file) =>
        [...readFileSync(file, "utf8").matchAll(tag)].map(([, kind, name, rest]) =>
          kind === "materialization" ? `${name ?? ""}:${rest ?? ""}` : `${kind ?? ""} ${name ?? ""}`,
        ),
      );
      return names.filter((name, i) => names.indexOf(name) !== i);
    });
    expect(twice).toEqual([]);
  });

  it("say in a first line what each file holds", () => {
    const silent = Object.values(folders)
      .flatMap(sqlFiles)
      .filter((file) => !readFileSync(file, "utf8").startsWith("{# "));
    expect(silent).toEqual([]);
  });
});
