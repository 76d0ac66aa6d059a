import type { UnitTestSubject } from "../../context/node-context.ts";
import { relationOfNode } from "../../context/locate-relation.ts";
import { relationObject } from "../../context/relation-object.ts";
import type { Lane } from "../../context/statements.ts";
import { bug } from "../../errors/bug.ts";
import { mainNotRun } from "../../errors/materialization-errors.ts";
import type { ModelNode } from "../../manifest/nodes.ts";
import type { UnitTestNode } from "../../manifest/other-resources.ts";
import type { Executed } from "../results/executed.ts";
import { runTestMaterialization } from "./materialize.ts";
import type { RunEngine } from "../engine/run-engine.ts";
import { compareRows, hasDifference } from "../unit-test/compare-rows.ts";
import { compileUnitTest } from "../unit-test/compile-unit-test.ts";
import { drawDifference } from "../unit-test/draw-difference.ts";
import { readTestInputs } from "../unit-test/test-inputs.ts";

/** Runs a model over fixtures and compares what it gives with what was expected. */
export async function runUnitTest(
  engine: RunEngine,
  test: UnitTestNode,
  lane: Lane,
): Promise<Executed> {
  const model = testedModel(engine, test);
  const subject = subjectOf(test, model);
  const inputs = readTestInputs(engine.skeleton, test, model);
  const compiled = await compileUnitTest(engine, test, { subject, inputs, lane });
  const self = relationObject(relationOfNode(engine.skeleton, { ...model, alias: compiled.alias }));
  const context = await runTestMaterialization(engine, compiled, { lane, self });
  const main = context.results.read("main");
  if (!main) throw mainNotRun("unit");
  const difference = compareRows(main.table);
  const failed = hasDifference(difference);
  return {
    status: failed ? "fail" : "pass",
    message: failed ? drawDifference(difference) : null,
    response: { ...main.response },
    failures: failed ? 1 : 0,
  };
}

function testedModel({ invocation }: RunEngine, test: UnitTestNode): ModelNode {
  const model = invocation.manifest.nodes[test.depends_on.nodes[0] ?? ""];
  if (model?.resource_type !== "model") throw bug(`the unit test "${test.name}" has no model`);
  return model;
}

/** dbt's unit test node: the model's code under the test's name, in the model's schema. */
function subjectOf(test: UnitTestNode, model: ModelNode): UnitTestSubject {
  const name = test.version === null ? test.name : `${test.name}_v${test.version}`;
  const folder = test.original_file_path.split("/").slice(0, -1);
  const isSql = test.expect.format === "sql";
  return {
    ...model,
    resource_type: "unit_test",
    unique_id: test.unique_id,
    name,
    package_name: test.package_name,
    path: [...folder, `${name}.sql`].join("/"),
    original_file_path: test.original_file_path,
    alias: name,
    fqn: test.unique_id.split("."),
    config: {
      materialized: "unit",
      expected_rows: isSql ? [] : (test.expect.rows ?? []),
      expected_sql: isSql ? test.expect.rows : null,
    },
    relation_name: null,
  };
}
