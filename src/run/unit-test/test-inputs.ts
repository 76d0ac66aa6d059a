import type { ContextSkeleton } from "../../context/context-skeleton.ts";
import { resolveReferenceCall } from "../../context/reference-call.ts";
import { unitTestInputMissing } from "../../errors/unit-test-run-errors.ts";
import type { ModelNode, RefableNode } from "../../manifest/nodes.ts";
import type { UnitTestInput, UnitTestNode } from "../../manifest/other-resources.ts";
import type { SourceNode } from "../../manifest/source-node.ts";

/** A given input: rows that stand for a model, seed, snapshot or source. */
export interface TestInput {
  readonly given: UnitTestInput;
  /** An ephemeral model in the place of what the rows stand for. */
  readonly node: ModelNode;
  /** Of the CTE, without dbt's prefix. */
  readonly cteName: string;
}

export interface TestInputs {
  /** By unique id of what the rows stand for. */
  readonly byTarget: ReadonlyMap<string, TestInput>;
  /** `input: this` */
  readonly self: TestInput | undefined;
}

/** Reads the inputs of a unit test. One that names nothing is an error. */
export function readTestInputs(
  skeleton: ContextSkeleton,
  test: UnitTestNode,
  model: ModelNode,
): TestInputs {
  const byTarget = new Map<string, TestInput>();
  let self: TestInput | undefined;
  for (const given of test.given) {
    if (given.input.trim() === "this") {
      self = inputOf(given, test, { model, target: model });
      continue;
    }
    const target = resolveReferenceCall(skeleton.lookup, given.input, test.package_name);
    if (!target) throw unitTestInputMissing(test.name, given.input);
    byTarget.set(target.unique_id, inputOf(given, test, { model, target }));
  }
  return { byTarget, self };
}

function inputOf(
  given: UnitTestInput,
  test: UnitTestNode,
  { model, target }: { readonly model: ModelNode; readonly target: RefableNode | SourceNode },
): TestInput {
  const isSource = target.resource_type === "source";
  const node: ModelNode = {
    ...model,
    unique_id: `${test.unique_id}.${target.unique_id}`,
    name: target.name,
    package_name: target.package_name,
    path: `${target.name}.sql`,
    original_file_path: test.original_file_path,
    database: target.database,
    schema: target.schema,
    alias: isSource ? target.identifier : target.alias,
    fqn: target.fqn,
    config: { materialized: "ephemeral" },
    raw_code: "",
    refs: [],
    sources: [],
    depends_on: { macros: [], nodes: [] },
    relation_name: null,
  };
  return { given, node, cteName: isSource ? `${target.source_name}__${target.name}` : node.alias };
}
