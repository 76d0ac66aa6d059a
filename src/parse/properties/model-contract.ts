import {
  contractWithoutColumns,
  foreignKeyTarget,
  primaryKeyTwice,
} from "../../errors/model-errors.ts";
import { unsupportedConstraintMaterialization } from "../../events/parse-events.ts";
import type { Constraint } from "../../manifest/node-parts.ts";
import { contractChecksum } from "../contract-checksum.ts";
import type { Draft } from "../drafts/draft.ts";
import type { ParseEnvironment } from "../parse-environment.ts";
import { readStaticCalls } from "../static/static-calls.ts";

/** Sets a model's own constraints. Foreign keys with `to:` make it depend on what they point to. */
export function setConstraints(
  environment: ParseEnvironment,
  draft: Draft,
  constraints: readonly Constraint[],
): void {
  if (draft.contract.enforced) checkEnforcedContract(environment, draft);
  checkPrimaryKeys(draft, constraints);
  draft.model.constraints = constraints;
  const ofColumns = Object.values(draft.columns).flatMap((column) => column.constraints);
  for (const { type, to } of [...constraints, ...ofColumns]) {
    if (type === "foreign_key" && to !== null && to !== "") addTarget(draft, to);
  }
}

/** Puts the checksum of an enforced contract into the draft, once. */
export function applyContract(draft: Draft): void {
  const { contract, columns, model, config } = draft;
  if (!contract.enforced || contract.checksum !== null) return;
  const materialized = String(config.materialized);
  const checksum = contractChecksum({ columns, constraints: model.constraints, materialized });
  draft.contract = { ...contract, checksum };
}

function checkEnforcedContract(environment: ParseEnvironment, draft: Draft): void {
  const materialized = String(draft.config.materialized);
  const all = [
    ...draft.model.constraints,
    ...Object.values(draft.columns).flatMap((each) => each.constraints),
  ];
  const isRendered = materialized === "table" || materialized === "incremental";
  if (!isRendered && all.some((each) => each.warn_unsupported)) {
    environment.events.emit(unsupportedConstraintMaterialization(materialized, draft.place));
  }
  const hasColumns = Object.keys(draft.columns).length > 0;
  if (!hasColumns || draft.language !== "sql") {
    throw contractWithoutColumns(draft.uniqueId, draft.language, draft.place);
  }
}

function checkPrimaryKeys(draft: Draft, constraints: readonly Constraint[]): void {
  const isKey = ({ type }: Constraint): boolean => type === "primary_key";
  const keys = Object.values(draft.columns).flatMap((each) =>
    each.constraints.filter(isKey).map(() => each.name),
  );
  const onModel = [...draft.model.constraints, ...constraints].some(isKey);
  if (keys.length > 1 || (keys.length > 0 && onModel)) {
    throw primaryKeyTwice(draft.uniqueId, keys, onModel, draft.place);
  }
}

function addTarget(draft: Draft, expression: string): void {
  const calls = readStaticCalls(`{{ ${expression} }}`);
  const [ref] = calls?.refs ?? [];
  const [source] = calls?.sources ?? [];
  if (ref !== undefined) draft.refs.push(ref);
  else if (source !== undefined) draft.sources.push([...source]);
  else throw foreignKeyTarget(draft.uniqueId, expression, draft.place);
}
