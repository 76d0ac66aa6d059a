import { raisedByTemplate } from "../../errors/template-errors.ts";
import type { CallArguments } from "../../jinja/host-object.ts";
import { pyStr } from "../../jinja/python-text.ts";
import { bindCall, optionalText } from "../members/call-arguments.ts";
import type { DbtRelation } from "../relation.ts";
import type { AdapterScope } from "./adapter-scope.ts";
import { catalogAddress } from "./catalog-address.ts";
import { expectRelation } from "./relation-arguments.ts";

/**
 * `adapter.get_location(relation)`: `LOCATION '<location>/<schema>/<identifier>'`; empty where the
 * engine places its tables itself.
 */
export function getLocation({ skeleton }: AdapterScope, args: CallArguments): string {
  const parameters = ["relation", "custom_location", "as_clause", "trailing_slash"] as const;
  const bound = bindCall("get_location", parameters, args, 1);
  const { adapter, runtime } = skeleton.invocation;
  if (!adapter.capabilities.tableLocations) return "";
  const custom = optionalText(bound.custom_location) ?? "empty";
  const relation = expectRelation("get_location", bound.relation);
  const place =
    custom === "empty" ? defaultLocation(relation, runtime.profile.credentials) : custom;
  const path = bound.trailing_slash === true ? `${place}/` : place;
  return bound.as_clause === false ? path : `location '${path}'`;
}

/** `adapter.clear_location(relation, custom_location)`: deletes what lies where the table will be. */
export async function clearLocation(
  { skeleton }: AdapterScope,
  args: CallArguments,
): Promise<null> {
  const bound = bindCall("clear_location", ["relation", "custom_location"], args, 1);
  const relation = expectRelation("clear_location", bound.relation);
  const { adapter, runtime } = skeleton.invocation;
  if (!adapter.capabilities.tableLocations) return null;
  const place = optionalText(bound.custom_location);
  const location = place ?? defaultLocation(relation, runtime.profile.credentials);
  await adapter.storage.deletePrefix(location);
  return null;
}

/** Where the target keeps a relation of this name: `<location>/<schema>/<identifier>`. */
export function defaultLocation(
  relation: DbtRelation,
  credentials: Readonly<Record<string, unknown>>,
): string {
  const root = pyStr(credentials.location ?? "").replace(/\/+$/, "");
  if (root === "") {
    throw raisedByTemplate("The profile has no `location`, which tables on Glue are kept below.");
  }
  const { schema, identifier } = catalogAddress("get_location", relation);
  return credentials.root_location === true
    ? `${root}/${identifier}`
    : `${root}/${schema}/${identifier}`;
}
