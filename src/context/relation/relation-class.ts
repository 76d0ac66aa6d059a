import {
  hostFunction,
  hostObject,
  type CallArguments,
  type HostObject,
} from "../../jinja/host-object.ts";
import { MISSING } from "../../jinja/scope.ts";
import { bindCall, optionalText } from "../members/call-arguments.ts";
import {
  makeRelation,
  SPARK_INCLUDE_POLICY,
  type DbtRelation,
  type PartPolicy,
} from "../relation.ts";
import { relationObject } from "../relation-object.ts";
import { RELATION_CONSTANTS } from "./relation-constants.ts";
import { mergePolicy, relationFacts, relationMethod } from "./relation-methods.ts";

const CREATE_PARAMETERS = ["database", "schema", "identifier", "type"] as const;
const CREATE_EXTRAS = [
  "quote_policy",
  "include_policy",
  "dbt_created",
  "limit",
  "is_delta",
  "is_hudi",
  "is_iceberg",
  "information",
  "require_alias",
  "catalog",
  "catalog_name",
] as const;

/**
 * `api.Relation`: makes relations with the project's quoting.
 *
 * @param fromNode - `create_from(config, node)`: the relation of a node given as a dict
 */
export function relationClass(
  quoting: PartPolicy,
  fromNode: (node: unknown) => DbtRelation,
): HostObject {
  const create = hostFunction("create", (args) => relationObject(createRelation(quoting, args)));
  const createFrom = hostFunction("create_from", (args) =>
    relationObject(fromNode(args.positional.at(-1))),
  );
  return hostObject({
    typeName: "RelationProxy",
    getAttribute(name) {
      if (name === "create") return create;
      if (name === "create_from") return createFrom;
      return RELATION_CONSTANTS.get(name) ?? relationMethod(makeRelation({}), name, relationObject);
    },
    str: () => "<class 'SparkRelation'>",
    truth: () => true,
    call: () => MISSING,
  });
}

function createRelation(quoting: PartPolicy, args: CallArguments): DbtRelation {
  const bound = bindCall("create", [...CREATE_PARAMETERS, ...CREATE_EXTRAS], args);
  return makeRelation({
    ...relationFacts(new Map(Object.entries(bound))),
    database: optionalText(bound.database),
    schema: optionalText(bound.schema),
    identifier: optionalText(bound.identifier),
    quotePolicy: mergePolicy(quoting, bound.quote_policy),
    includePolicy: mergePolicy(SPARK_INCLUDE_POLICY, bound.include_policy),
  });
}
