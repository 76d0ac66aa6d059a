#!/usr/bin/env node
// Compares a manifest.json of real dbt with ours for the same project and profile, node by node:
//
//   dbt parse --target-path /tmp/real && dbt-glue parse --target-path /tmp/ours
//   node scripts/compare-manifests.mjs /tmp/real/manifest.json /tmp/ours/manifest.json
//
// Prints each field that differs with one example; exits with 1 if any does. Built-in macros and what
// changes from run to run are left out.
import { readFileSync } from "node:fs";

const [realPath, oursPath] = process.argv.slice(2);
if (realPath === undefined || oursPath === undefined) {
  console.error("usage: node scripts/compare-manifests.mjs REAL OURS");
  process.exit(2);
}
const real = JSON.parse(readFileSync(realPath, "utf8"));
const ours = JSON.parse(readFileSync(oursPath, "utf8"));

const BUILT_IN = /^(macro\.(dbt|dbt_spark|dbt_glue)\.|doc\.dbt\.)/;
const CHANGING = new Set(["created_at"]);
const UNORDERED = new Set(["macros", "parent_map", "child_map"]);
/** Field -> how often it differs, and where first. */
const differences = new Map();

for (const section of Object.keys({ ...real, ...ours })) {
  if (section === "metadata") continue;
  compare([section], withoutBuiltIn(real[section]), withoutBuiltIn(ours[section]), section);
}
for (const [field, { count, where, expected, found }] of differences) {
  console.log(`${String(count).padStart(6)}  ${field}  ${where}`);
  console.log(`        dbt:  ${shown(expected)}\n        ours: ${shown(found)}`);
}
console.log(`${differences.size} fields differ.`);
process.exitCode = differences.size === 0 ? 0 : 1;

function withoutBuiltIn(section) {
  if (!isMapping(section)) return section;
  return Object.fromEntries(Object.entries(section).filter(([id]) => !BUILT_IN.test(id)));
}

function compare(path, expected, found, where) {
  if (isMapping(expected) && isMapping(found)) {
    for (const key of Object.keys({ ...expected, ...found })) {
      if (CHANGING.has(key)) continue;
      const isId = path.length === 1;
      compare([...path, isId ? "*" : key], expected[key], found[key], isId ? key : where);
    }
    return;
  }
  if (Array.isArray(expected) && expected.length === found?.length && expected.some(isMapping)) {
    expected.forEach((item, index) => compare([...path, "[]"], item, found[index], where));
    return;
  }
  const [left, right] = path.some((key) => UNORDERED.has(key))
    ? [sorted(expected), sorted(found)]
    : [expected, found];
  if (JSON.stringify(left) === JSON.stringify(right)) return;
  const field = path.join(".");
  const known = differences.get(field) ?? { count: 0, where, expected, found };
  differences.set(field, { ...known, count: known.count + 1 });
}

function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(value) {
  return Array.isArray(value) ? [...value].sort() : value;
}

function shown(value) {
  const text = value === undefined ? "(nothing)" : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}...` : text;
}
