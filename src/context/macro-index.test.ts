import { describe, expect, test } from "vitest";
import { createDialect, renderText, renderTextAsync } from "../dialect/dialect.ts";
import { extractBlocks } from "../dialect/extract-blocks.ts";
import { returnFunction } from "../dialect/return-signal.ts";
import { EngineError } from "../errors/engine-error.ts";
import { hostFunction } from "../jinja/host-object.ts";
import { scopeOf } from "../jinja/scope.ts";
import type { MacroNode } from "../manifest/macro-node.ts";
import { buildMacroIndex, type MacroIndex } from "./macro-index.ts";

const dialect = createDialect();

function macrosOf(packageName: string, text: string): MacroNode[] {
  const path = `macros/${packageName}.sql`;
  return extractBlocks(text, path, { kinds: ["macro", "materialization", "test"] }).map((block) => {
    const name = block.kind === "test" ? `test_${block.name}` : block.name;
    const facts = { name, package_name: packageName, unique_id: `macro.${packageName}.${name}` };
    return { ...facts, macro_sql: block.text, original_file_path: path } as unknown as MacroNode;
  });
}

function indexOf(packages: Record<string, string>, order: string[] = []): MacroIndex {
  const macros = Object.entries(packages).flatMap(([name, text]) => macrosOf(name, text));
  return buildMacroIndex(macros, {
    dialect,
    rootPackage: "root",
    internalPackages: ["dbt_glue", "dbt_spark", "dbt"],
    dispatch: order.length === 0 ? [] : [{ macroNamespace: "lib", searchOrder: order }],
  });
}

const base = scopeOf({ return: returnFunction });

function render(index: MacroIndex, template: string, packageName = "root"): string {
  const scope = index.scopeFor(packageName, base, "sync");
  return renderText(dialect, template, { scope });
}

const PACKAGES = {
  dbt: "{% macro greet() %}dbt{% endmacro %}{% macro default__f() %}{% endmacro %}{% macro core() %}core{% endmacro %}",
  dbt_glue: "{% macro greet() %}glue{% endmacro %}",
  lib: "{% macro greet() %}lib{% endmacro %}{% macro relay() %}{{ greet() }}{% endmacro %}{% macro spark__f() %}lib spark{% endmacro %}",
  private: "{% macro _hidden() %}hidden{% endmacro %}",
  root: "{% macro default__f() %}root default{% endmacro %}{% macro four() %}{% call twice() %}{{ return(4) }}{% endcall %}no{% endmacro %}{% macro twice() %}{{ caller() }}{% endmacro %}",
};

describe("macro lookup", () => {
  test("finds a package's own macro before the built-in one, and the adapter's before dbt's", () => {
    const index = indexOf(PACKAGES);
    expect(render(index, "{{ greet() }}", "lib")).toBe("lib");
    expect(render(index, "{{ greet() }}", "root")).toBe("glue");
    expect(render(index, "{{ dbt.greet() }} {{ lib.greet() }} {{ dbt.core() }}")).toBe(
      "glue lib core",
    );
  });

  test("finds a package's macro whose name begins with an underscore", () => {
    expect(render(indexOf(PACKAGES), "{{ private._hidden() }}")).toBe("hidden");
  });

  test("resolves a package macro's unqualified call by the package of the calling node", () => {
    expect(render(indexOf(PACKAGES), "{{ lib.relay() }}")).toBe("glue");
  });

  test("tries all prefixes of one package before the next", () => {
    const call = { macro: "f", namespace: "lib" };
    expect(indexOf(PACKAGES).dispatch(call, "root").unique_id).toBe("macro.root.default__f");
    expect(indexOf(PACKAGES, ["lib", "root"]).dispatch(call, "root").unique_id).toBe(
      "macro.lib.spark__f",
    );
  });

  test("says what dispatch searched for", () => {
    expect(() => indexOf(PACKAGES).dispatch({ macro: "g", namespace: "lib" }, "root")).toThrow(
      "In dispatch: No macro named 'g' found within namespace: 'lib'\n    Searched for: 'root.glue__g', 'root.spark__g', 'root.default__g', 'lib.glue__g', 'lib.spark__g', 'lib.default__g'",
    );
  });

  test("unwinds a return in a call block to the macro that renders the block", () => {
    expect(render(indexOf(PACKAGES), "{{ four() }}")).toBe("4no");
  });
});

describe("macro calls", () => {
  test("await what host functions promise", async () => {
    const index = indexOf({
      root: "{% macro m(x) %}{% set r = q(x) %}{{ return([r, r + 1]) }}{% endmacro %}",
    });
    const q = hostFunction("q", ({ positional }) => Promise.resolve(positional[0]));
    const scope = index.scopeFor("root", scopeOf({ q, return: returnFunction }), "async");
    expect(await renderTextAsync(dialect, "{{ m(41)[1] }}", { scope })).toBe("42");
  });

  test("report the macros that an error went through", () => {
    const index = indexOf({
      root: "{% macro a() %}\n{{ b() }}{% endmacro %}\n{% macro b() %}{{ 1 + none }}{% endmacro %}",
    });
    let error: unknown;
    try {
      render(index, "{{ a() }}");
    } catch (caught) {
      error = caught;
    }
    const stack = error instanceof EngineError ? error.macroStack : [];
    expect(stack.map(({ name, path }) => `${name} ${path}`)).toEqual([
      "b macros/root.sql",
      "a macros/root.sql",
    ]);
  });

  test("tell the outermost macro only", () => {
    const index = indexOf(PACKAGES);
    const called: string[] = [];
    const scope = index.scopeFor("lib", base, "sync", {
      onCall: (macro) => called.push(macro.unique_id),
    });
    renderText(dialect, "{{ relay() }}", { scope });
    expect(called).toEqual(["macro.lib.relay"]);
  });
});
