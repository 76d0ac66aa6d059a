import type { RelationAddress } from "../../adapter/catalog.ts";
import type { Governance } from "../../adapter/governance.ts";
import { jinjaLog } from "../../events/template-events.ts";
import { fromPython } from "../../jinja/convert.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import type { JsonObject } from "../../util/json.ts";
import { bindCall, expectDict } from "../members/call-arguments.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { catalogAddress } from "./catalog-address.ts";
import { expectRelation } from "./relation-arguments.ts";

// What macros ask of Lake Formation. Each change it makes is a line of the log.

/** `adapter.add_lf_tags(relation, lf_tags_config)`. */
export function addTags(adapter: AdapterScope, args: CallArguments): Promise<null> {
  const bound = bindCall("add_lf_tags", ["relation", "lf_tags_config"], args, 2);
  return govern(adapter, "add_lf_tags", bound.relation, (governance, address) =>
    governance.applyTags(address, configOf("add_lf_tags", bound.lf_tags_config)),
  );
}

/** `adapter.apply_lf_grants(relation, lf_grants)`. */
export function applyCellFilters(adapter: AdapterScope, args: CallArguments): Promise<null> {
  const bound = bindCall("apply_lf_grants", ["relation", "lf_grants"], args, 2);
  return govern(adapter, "apply_lf_grants", bound.relation, (governance, address) =>
    governance.applyCellFilters(address, configOf("apply_lf_grants", bound.lf_grants)),
  );
}

/** `adapter.set_grants(relation, grant_config, should_revoke)`: the config `grants`. */
export function setGrants(adapter: AdapterScope, args: CallArguments): Promise<null> {
  const bound = bindCall("set_grants", ["relation", "grant_config", "should_revoke"], args, 2);
  const revoke = bound.should_revoke !== false;
  return govern(adapter, "set_grants", bound.relation, (governance, address) =>
    governance.applyGrants(address, configOf("set_grants", bound.grant_config), revoke),
  );
}

async function govern(
  { skeleton, emit }: AdapterScope,
  method: string,
  relation: unknown,
  work: (governance: Governance, address: RelationAddress) => Promise<readonly string[]>,
): Promise<null> {
  const address = catalogAddress(method, expectRelation(method, relation));
  for (const line of await work(skeleton.invocation.adapter.governance, address))
    emit(jinjaLog(line, true));
  return null;
}

function configOf(method: string, value: unknown): JsonObject {
  return fromPython(expectDict(method, value)) as JsonObject; // a dict is an object
}
