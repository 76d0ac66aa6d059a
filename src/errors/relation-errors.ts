import { EngineError } from "./engine-error.ts";

export function relationNameWithoutParts(): EngineError {
  return new EngineError({
    code: "RELATION_MATCH_EMPTY",
    message: "A relation was to be matched, but no database, schema or identifier was given.",
  });
}

/** @param wanted - what was searched; @param found - what there is, in another case */
export function approximateMatch(found: string, wanted: string): EngineError {
  return new EngineError({
    code: "RELATION_APPROXIMATE_MATCH",
    message: `When searching for the relation "${wanted}", an approximate match was found: "${found}". They differ only in upper and lower case.`,
    hint: `Write the name as "${found}", or drop that relation.`,
  });
}

export function notARelation(call: string, typeName: string): EngineError {
  return new EngineError({
    code: "NOT_A_RELATION",
    message: `${call} needs a relation, and got a value of type ${typeName}.`,
    hint: "Pass ref(...), source(...), this, or api.Relation.create(...).",
  });
}
