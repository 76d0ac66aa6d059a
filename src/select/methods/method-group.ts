import { fnmatch } from "../../util/fnmatch.ts";
import type { MethodFactory } from "./method-factory.ts";
import { valueText } from "./method-factory.ts";

const WITHOUT_GROUP = new Set(["source", "exposure", "unit_test", "semantic_model", "saved_query"]);

/** `group:`: nodes and metrics whose config names the group. */
export const matchGroup: MethodFactory = (criterion) => {
  const pattern = valueText(criterion);
  return (resource) => {
    const group = resource.config.group;
    return (
      !WITHOUT_GROUP.has(resource.resource_type) &&
      typeof group === "string" &&
      fnmatch(group, pattern)
    );
  };
};
