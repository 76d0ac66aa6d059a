import { cteText, injectCtes } from "../../compile/inject-ctes.ts";
import { writeCompiledFile } from "../../compile/write-compiled-file.ts";
import { createNodeContext } from "../../context/create-node-context.ts";
import { macroArguments } from "../../context/macro-arguments.ts";
import type { UnitTestSubject } from "../../context/node-context.ts";
import { relationObject } from "../../context/relation-object.ts";
import { ephemeralName, makeRelation } from "../../context/relation.ts";
import type { Lane } from "../../context/statements.ts";
import { unitTestInputNotGiven } from "../../errors/unit-test-run-errors.ts";
import type { UnitTestNode } from "../../manifest/other-resources.ts";
import type { RunEngine } from "../engine/run-engine.ts";
import { readOverrides } from "./overrides.ts";
import type { TestInput, TestInputs } from "./test-inputs.ts";

/** The model's SQL over its fixtures: every input that the code uses is a CTE of the given rows. */
export async function compileUnitTest(
  engine: RunEngine,
  test: UnitTestNode,
  { subject, inputs, lane }: { subject: UnitTestSubject; inputs: TestInputs; lane: Lane },
): Promise<UnitTestSubject> {
  const used = new Set<TestInput>();
  if (inputs.self) used.add(inputs.self);
  const context = createNodeContext(engine.skeleton, subject, {
    lane,
    ...readOverrides(engine, test),
    self: inputs.self ? ephemeralName(inputs.self.cteName) : null,
    replace: (target) => {
      const input = inputs.byTarget.get(target.unique_id);
      // An incremental model may read itself by ref().
      if (!input) throw unitTestInputNotGiven(test.name, target.unique_id);
      used.add(input);
      const identifier = ephemeralName(input.cteName);
      return relationObject(makeRelation({ identifier, type: "cte" }));
    },
    boundsFor: () => ({ limit: null, eventTimeFilter: null }),
  });
  const sql = await context.render(subject.raw_code);
  const ctes = [];
  for (const input of used) {
    const rows = await renderRows(engine, input, lane);
    ctes.push({ id: input.node.unique_id, sql: cteText(ephemeralName(input.cteName), rows) });
  }
  return writeCompiledFile(
    engine.invocation,
    {
      ...subject,
      compiled: true,
      compiled_code: injectCtes(sql, ctes),
      extra_ctes_injected: true,
      extra_ctes: ctes,
    },
    undefined,
  );
}

/** Rows as a query, typed by the relation that they stand for; or the query that was given. */
async function renderRows(engine: RunEngine, input: TestInput, lane: Lane): Promise<string> {
  const { rows, format } = input.given;
  const isSql = format === "sql" && typeof rows === "string";
  const extra = isSql ? {} : macroArguments({ rows: rows ?? [] });
  const context = createNodeContext(engine.skeleton, input.node, { lane, extra });
  return context.render(isSql ? rows : "{{ get_fixture_sql(rows, none) }}");
}
