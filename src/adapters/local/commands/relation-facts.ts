import { isVersion2 } from "../../spark/table-formats.ts";
import { CATALOG } from "../engine/open-database.ts";
import { sparkName } from "../engine/spark-name.ts";
import type { RelationRecord } from "../metadata/records.ts";

export type Fact = readonly [key: string, value: string];

/** The rows of "# Detailed Table Information", in Spark's order. */
export function relationFacts(relation: RelationRecord): readonly Fact[] {
  if (relation.kind === "table" && isVersion2(relation.provider ?? ""))
    return version2Facts(relation);
  return catalogFacts(relation);
}

/** CatalogTable.toLinkedHashMap: what SHOW TABLE EXTENDED prints for every format. */
export function catalogFacts(relation: RelationRecord): readonly Fact[] {
  return [
    ["Catalog", CATALOG],
    ["Database", relation.schema],
    ["Table", relation.name],
    ["Owner", relation.owner],
    ["Created Time", javaDate(relation.createdAt)],
    ["Last Access", "UNKNOWN"],
    ["Created By", "Spark 3.5.4"],
    ["Type", typeOf(relation)],
    ...optional("Provider", relation.provider),
    ...bucketFacts(relation),
    ...optional("Comment", relation.comment),
    ...viewFacts(relation),
    ...optional("Table Properties", propertiesText(relation.properties)),
    ...optional("Location", relation.kind === "view" ? undefined : relation.location),
    ...optional("Storage Properties", propertiesText(relation.options)),
    ...(relation.partitioning.length > 0 ? ([["Partition Provider", "Catalog"]] as const) : []),
  ];
}

/** DescribeTableExec: delta and iceberg. */
function version2Facts(relation: RelationRecord): readonly Fact[] {
  return [
    ["Name", `${CATALOG}.${relation.schema}.${relation.name}`],
    ["Type", typeOf(relation)],
    ...optional("Comment", relation.comment),
    ...optional("Location", relation.location),
    ...optional("Provider", relation.provider),
    ["Owner", relation.owner],
    ...optional("Table Properties", propertiesText(relation.properties)),
  ];
}

export function partitionColumnsText(relation: RelationRecord): string {
  return `[${relation.partitioning.map((partition) => sparkName(partition.column)).join(", ")}]`;
}

function typeOf(relation: RelationRecord): string {
  if (relation.kind === "view") return "VIEW";
  return relation.external ? "EXTERNAL" : "MANAGED";
}

function bucketFacts({ clusteredBy }: RelationRecord): readonly Fact[] {
  if (clusteredBy === undefined) return [];
  const names = (list: readonly string[]): string =>
    `[${list.map((name) => sparkName(name)).join(", ")}]`;
  return [
    ["Num Buckets", String(clusteredBy.buckets)],
    ["Bucket Columns", names(clusteredBy.columns)],
    ["Sort Columns", names(clusteredBy.sortedBy)],
  ];
}

function viewFacts(relation: RelationRecord): readonly Fact[] {
  if (relation.kind !== "view" || relation.viewText === undefined) return [];
  return [
    ["View Text", relation.viewText],
    ["View Original Text", relation.viewText],
    ["View Catalog and Namespace", `${CATALOG}.${relation.viewSchema ?? "default"}`],
    ["View Query Output Columns", `[${relation.columns.map((column) => column.name).join(", ")}]`],
  ];
}

function propertiesText(properties: Readonly<Record<string, string>>): string | undefined {
  const entries = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return undefined;
  return `[${entries.map(([key, value]) => `${key}=${value}`).join(", ")}]`;
}

function optional(key: string, value: string | undefined): readonly Fact[] {
  return value === undefined ? [] : [[key, value]];
}

/** Java's Date.toString in UTC: `Tue Nov 24 23:25:25 UTC 2026`. */
function javaDate(millis: number): string {
  const [weekday = "", day = "", month = "", year = "", clock = ""] = new Date(millis)
    .toUTCString()
    .replace(",", "")
    .split(" ");
  return `${weekday} ${month} ${day} ${clock} UTC ${year}`;
}
