import type { ComputeRequest } from "../../../adapter/compute.ts";
import {
  sessionConfig,
  sessionOptionUnknown,
  sessionProfileUnknown,
} from "../../../errors/session-settings-errors.ts";
import { nearest } from "../../../util/nearest.ts";
import { readConf, readNames, readPairs } from "./packed-values.ts";
import type { Options } from "./read-session-settings.ts";
import { MERGED_OPTIONS, SESSION_OPTIONS, isSessionOption } from "./session-options.ts";

/**
 * What a node changes about the target's session options. `meta` is read as Python's dbt-glue does:
 * a truthy value under an option's name replaces the profile's. The `glue_session` config comes
 * after it: the name of one of the target's `session_profiles`, or a map of options, in which
 * `profile` may name one to start from. Its `conf`, `default_arguments` and `tags` add to the
 * profile's.
 *
 * @throws EngineError SESSION_PROFILE_UNKNOWN, SESSION_OPTION_UNKNOWN or SESSION_CONFIG
 */
export function nodeOverrides(options: Options, { config, uniqueId }: ComputeRequest): Options {
  const fromMeta = { ...metaOverrides(config.meta), ...packagesOf(options, config.packages) };
  const wanted = config.glue_session;
  if (wanted === undefined || wanted === null) return fromMeta;
  if (typeof wanted === "string")
    return merge(options, fromMeta, namedProfile(options, wanted, uniqueId));
  if (!isMap(wanted)) throw sessionConfig(uniqueId);
  const { profile, ...own } = wanted;
  checkOptions(own, `glue_session of "${uniqueId}"`);
  if (profile === undefined) return merge(options, fromMeta, own);
  if (typeof profile !== "string") throw sessionConfig(uniqueId);
  const base = merge(options, fromMeta, namedProfile(options, profile, uniqueId));
  return { ...base, ...merge({ ...options, ...base }, {}, own) };
}

/** Packages that a Python model names are installed in its session, beside the profile's. */
function packagesOf(options: Options, own: unknown): Options {
  const names = readNames("packages", own);
  if (names.length === 0) return {};
  return { packages: [...new Set([...readNames("packages", options.packages), ...names])] };
}

/**
 * Other tools write into `meta` too: what is under `tags`, `connections` and such without being
 * what a session takes is theirs, and is left alone.
 */
function metaOverrides(meta: unknown): Options {
  if (!isMap(meta)) return {};
  const found: Record<string, unknown> = {};
  for (const name of SESSION_OPTIONS) {
    const value = meta[name];
    if (Boolean(value) && isMeantForSession(name, value)) found[name] = value;
  }
  return found;
}

const PAIRS = ["conf", "default_arguments", "tags"];
const LISTS = ["connections", "packages"];

function isMeantForSession(name: string, value: unknown): boolean {
  if (PAIRS.includes(name)) return typeof value === "string" ? value.includes("=") : isMap(value);
  if (LISTS.includes(name)) return typeof value === "string" || Array.isArray(value);
  return !isMap(value) && !Array.isArray(value);
}

function namedProfile(options: Options, name: string, uniqueId: string): Options {
  const profiles = isMap(options.session_profiles) ? options.session_profiles : {};
  const found = profiles[name];
  if (!isMap(found)) throw sessionProfileUnknown(name, uniqueId, Object.keys(profiles));
  checkOptions(found, `session_profiles.${name}`);
  return found;
}

function checkOptions(options: Options, where: string): void {
  for (const name of Object.keys(options))
    if (!isSessionOption(name))
      throw sessionOptionUnknown(name, where, nearest(name, [...SESSION_OPTIONS]));
}

/** The overrides with `own` over them; entries of maps add to what is there already. */
function merge(options: Options, overrides: Options, own: Options): Options {
  const merged: Record<string, unknown> = { ...overrides, ...own };
  for (const name of MERGED_OPTIONS) {
    if (own[name] === undefined) continue;
    const read = name === "conf" ? readConf : (value: unknown) => readPairs(name, value);
    merged[name] = Object.fromEntries([
      ...read(overrides[name] ?? options[name]),
      ...read(own[name]),
    ]);
  }
  return merged;
}

function isMap(value: unknown): value is Options {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
