import { notARelation } from "../../errors/relation-errors.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import { pythonTypeName } from "../../jinja/python-types.ts";
import { bindCall } from "../members/call-arguments.ts";
import { isRelationObject } from "../relation-object.ts";
import type { DbtRelation } from "../relation.ts";

/** The one relation that a method takes. */
export function relationArgument(method: string, args: CallArguments): DbtRelation {
  return expectRelation(method, bindCall(method, ["relation"], args, 1).relation);
}

/** The relation that a method reads from and the one it writes to. */
export function fromAndTo(
  method: string,
  args: CallArguments,
): { readonly from: DbtRelation; readonly to: DbtRelation } {
  const bound = bindCall(method, ["from_relation", "to_relation"], args, 2);
  return {
    from: expectRelation(method, bound.from_relation),
    to: expectRelation(method, bound.to_relation),
  };
}

export function expectRelation(method: string, value: unknown): DbtRelation {
  if (isRelationObject(value)) return value.relation;
  throw notARelation(`adapter.${method}`, pythonTypeName(value));
}
