import { describe, expect, it } from "vitest";
import { tempProject } from "../support/temp-project.ts";

const SHOP = {
  "seeds/raw_orders.csv": "id,amount\n1,5\n2,7\n",
  "models/orders.sql": "select id, amount * 2 as double_amount from {{ ref('raw_orders') }}",
};

describe("ls", () => {
  it("prints what --select takes, without timestamps, even when quiet", async () => {
    const { exitCode, stdout } = await tempProject(SHOP).run("ls --quiet");
    expect(exitCode).toBe(0);
    expect(stdout).toBe("shop.orders\nshop.raw_orders\n");
  });

  it("prints names, paths and chosen keys", async () => {
    const project = tempProject(SHOP);
    expect((await project.run("ls -q --output name -s +orders")).stdout).toBe(
      "orders\nraw_orders\n",
    );
    expect((await project.run("ls -q --output path -s orders")).stdout).toBe("models/orders.sql\n");
    const json = await project.run(
      "ls -q -s orders --output json --output-keys name config.materialized",
    );
    expect(json.stdout).toBe('{"name": "orders", "config.materialized": "view"}\n');
  });

  it("warns and exits with 0 where nothing matches", async () => {
    const { exitCode, stdout } = await tempProject(SHOP).run("ls --select no_such_model");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("no_such_model");
    expect(stdout).toContain("No nodes selected!");
  });

  it("gives its lines to invoke()", async () => {
    const { results } = await tempProject(SHOP).run("ls");
    expect(results).toEqual(["shop.orders", "shop.raw_orders"]);
  });
});

describe("compile", () => {
  it("prints and writes the SQL of a node", async () => {
    const project = tempProject(SHOP);
    const { exitCode, stdout } = await project.run("compile --select orders");
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      "Compiled node 'orders' is:\nselect id, amount * 2 as double_amount from dev.raw_orders",
    );
    expect(project.read("target/compiled/shop/models/orders.sql")).toBe(
      "select id, amount * 2 as double_amount from dev.raw_orders",
    );
  });

  it("renders a query of its own", async () => {
    const project = tempProject(SHOP);
    const { stdout } = await project.run([
      "compile",
      "-q",
      "--inline",
      "select {{ 1 + 1 }} as two",
    ]);
    expect(stdout).toBe("select 2 as two\n");
    expect(JSON.stringify(project.readJson("target/manifest.json"))).not.toContain("inline_query");
  });
});

describe("packages that look into dbt's own config (elementary does)", () => {
  it("find names, variables, arguments and quoting there", async () => {
    const { stdout } = await tempProject(SHOP).run([
      ...["compile", "-q", "--vars", "{level: 3}", "--inline"],
      "{% set c = builtins.ref.config %}{{ c.project_name }} {{ c.cli_vars }} {{ c.args.quiet }} {{ adapter.config.quoting.schema }}",
    ]);
    expect(stdout).toBe("shop {'level': 3} True False\n");
  });
});

describe("show", () => {
  it("draws the first rows of a node, and of a query", async () => {
    const project = tempProject(SHOP);
    await project.run("build");
    const { stdout } = await project.run("show --select orders --limit 1");
    expect(stdout).toContain(
      "Previewing node 'orders':\n| id | double_amount |\n| -- | ------------- |\n|  1 |            10 |\n",
    );
    const inline = await project.run([
      ...["show", "--output", "json", "--inline"],
      "select max(id) as most from {{ ref('orders') }}",
    ]);
    expect(JSON.parse(inline.stdout.slice(inline.stdout.indexOf("{")))).toEqual({
      show: [{ most: 2 }],
    });
  });

  it("needs to know what to show", async () => {
    const { exitCode, stdout } = await tempProject(SHOP).run("show");
    expect(exitCode).toBe(2);
    expect(stdout).toContain("--select or --inline");
  });
});

describe("run-operation", () => {
  it("calls a macro with its arguments", async () => {
    const project = tempProject({
      "macros/greet.sql": "{% macro greet(name) %}{{ print('Hello ' ~ name) }}{% endmacro %}",
    });
    const { exitCode, stdout } = await project.run([
      ...["run-operation", "greet", "--args", "{name: Ada}"],
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("\nHello Ada\n");
  });

  it("exits with 2 for a macro that is not there, and 1 for one that fails", async () => {
    const project = tempProject({
      "macros/fail.sql":
        "{% macro fail() %}{{ exceptions.raise_compiler_error('No way.') }}{% endmacro %}",
    });
    expect((await project.run("run-operation nothing")).exitCode).toBe(2);
    const { exitCode, stdout } = await project.run("run-operation fail");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("No way.");
  });
});

describe("debug", () => {
  it("passes where the project builds", async () => {
    const { exitCode, stdout } = await tempProject(SHOP).run("debug");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Connection test: [OK connection ok]");
    expect(stdout).toContain("All checks passed!");
  });

  it("counts what is wrong", async () => {
    const project = tempProject({ "dbt_project.yml": "name: shop\nprofile: silver\n" });
    const { exitCode, stdout } = await project.run("debug");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/checks? failed:/);
  });
});
