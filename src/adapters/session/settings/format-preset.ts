import { formatNeeds, LIBRARY_FORMATS } from "./format-needs.ts";
import type { FormatFacts, FormatNeeds, LibraryFormat } from "./format-needs.ts";
import { readConf, readPairs } from "./packed-values.ts";
import { optionText } from "./read-session-settings.ts";
import type { Options } from "./read-session-settings.ts";

const EXTENSIONS = "spark.sql.extensions";
const SPARK_CATALOG = "spark.sql.catalog.spark_catalog";

/**
 * The session's options with what the project's table formats need and the profile does not say:
 * libraries, extensions, catalogs. A setting that the user has made is never changed.
 *
 * @param fileFormats - values of `file_format` in the project
 */
export function withFormatPreset(options: Options, fileFormats: ReadonlySet<string>): Options {
  const formats = libraryFormats(fileFormats);
  const given = givenConf(options);
  const preset = new Map([...accountConf(options), ...presetConf(formats, options, given)]);
  const added = [...preset].filter(([key]) => !given.has(key));
  const libraries = formats.length > 0 && !bringsLibraries(options);
  if (added.length === 0 && !libraries) return options;
  return {
    ...options,
    conf: Object.fromEntries([...given, ...added]),
    ...(libraries ? { datalake_formats: formats.join(",") } : {}),
  };
}

/** What the project's formats need and the user's own settings rule out, a sentence each. */
export function formatGaps(options: Options, fileFormats: ReadonlySet<string>): string[] {
  const conf = readConf(withFormatPreset(options, fileFormats).conf);
  const formats = libraryFormats(fileFormats);
  const loaded = optionText(options, "datalake_formats")
    ?.split(",")
    .map((name) => name.trim());
  return formats.flatMap((format) => {
    const { extension, sparkCatalog } = formatNeeds(format, factsOf(options));
    const gaps: string[] = [];
    if (loaded && !loaded.includes(format) && optionText(options, "extra_jars") === undefined)
      gaps.push(`datalake_formats is "${loaded.join(",")}" and lacks ${format}.`);
    if (!(conf.get(EXTENSIONS) ?? "").includes(extension))
      gaps.push(`${EXTENSIONS} lacks ${extension}, which ${format} needs.`);
    const catalog = conf.get(SPARK_CATALOG);
    // Hudi works through the catalogs of the others.
    if (sparkCatalog !== undefined && catalog !== sparkCatalog && format !== "hudi")
      gaps.push(
        `${SPARK_CATALOG} is ${catalog ?? "not set"}, and ${format} needs ${sparkCatalog}.`,
      );
    return gaps;
  });
}

/** The formats among them that need more than Spark itself, in one order. S3 Tables are Iceberg's. */
export function libraryFormats(fileFormats: ReadonlySet<string>): readonly LibraryFormat[] {
  return LIBRARY_FORMATS.filter(
    (format) => fileFormats.has(format) || (format === "iceberg" && fileFormats.has("s3tables")),
  );
}

/** `--conf` may hide in default_arguments; the option `conf` comes before it. */
function givenConf(options: Options): ReadonlyMap<string, string> {
  const conf = readConf(options.conf);
  if (conf.size > 0) return conf;
  return readConf(defaultArgument(options, "conf"));
}

function defaultArgument(options: Options, name: string): string | undefined {
  const pairs = readPairs("default_arguments", options.default_arguments);
  return pairs.get(name) ?? pairs.get(`--${name}`);
}

/** Who brings jars of their own would have two versions of one library. */
function bringsLibraries(options: Options): boolean {
  return (
    optionText(options, "datalake_formats") !== undefined ||
    optionText(options, "extra_jars") !== undefined ||
    defaultArgument(options, "datalake-formats") !== undefined
  );
}

function presetConf(
  formats: readonly LibraryFormat[],
  options: Options,
  given: ReadonlyMap<string, string>,
): Map<string, string> {
  const facts = factsOf(options);
  const needs = formats.map((format) => formatNeeds(format, facts));
  const conf = new Map<string, string>();
  if (needs.length > 0) conf.set(EXTENSIONS, needs.map(({ extension }) => extension).join(","));
  // There is one such catalog. Delta insists on its own; Hudi and Hive's tables pass through it.
  const sparkCatalog = needs.find((need) => need.sparkCatalog !== undefined)?.sparkCatalog;
  if (sparkCatalog !== undefined) conf.set(SPARK_CATALOG, sparkCatalog);
  for (const { settings } of needs) for (const each of Object.entries(settings)) conf.set(...each);
  for (const need of needs) addCatalog(conf, need, given);
  return conf;
}

/** A catalog that the user has set up is theirs altogether: settings of two kinds do not mix. */
function addCatalog(
  conf: Map<string, string>,
  { catalog }: FormatNeeds,
  given: ReadonlyMap<string, string>,
): void {
  const [name] = Object.keys(catalog);
  if (name === undefined || given.has(name)) return;
  for (const each of Object.entries(catalog)) conf.set(...each);
}

/** Spark looks into another account's Data Catalog only when told. */
function accountConf(options: Options): [string, string][] {
  const catalogId = optionText(options, "catalog_id");
  return catalogId === undefined ? [] : [["spark.hadoop.hive.metastore.glue.catalogid", catalogId]];
}

function factsOf(options: Options): FormatFacts {
  const location = optionText(options, "location") ?? "";
  return {
    glueVersion: optionText(options, "glue_version") ?? "5.0",
    location: location.endsWith("/") ? location : `${location}/`,
    icebergCatalog: optionText(options, "custom_iceberg_catalog_namespace"),
    catalogId: optionText(options, "catalog_id"),
    lockTable: optionText(options, "iceberg_glue_commit_lock_table"),
  };
}
