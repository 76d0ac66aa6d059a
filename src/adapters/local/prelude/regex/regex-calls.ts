import { sparkError } from "../../../../errors/adapter-errors.ts";
import { javaRegex } from "./java-regex.ts";

/** RLIKE: the pattern is found anywhere. */
export function regexLike(text: string, pattern: string): boolean {
  return javaRegex(pattern, "rlike").test(text);
}

export function regexCount(text: string, pattern: string): number {
  return [...text.matchAll(javaRegex(pattern, "regexp_count"))].length;
}

/** The group of the first match; empty text where nothing matches or the group took no part. */
export function regexExtract(text: string, pattern: string, group: number): string {
  const regex = javaRegex(pattern, "regexp_extract");
  checkGroup(regex, group, "regexp_extract");
  return regex.exec(text)?.[group] ?? "";
}

export function regexExtractAll(text: string, pattern: string, group: number): readonly string[] {
  const regex = javaRegex(pattern, "regexp_extract_all");
  checkGroup(regex, group, "regexp_extract_all");
  return [...text.matchAll(regex)].map((match) => match[group] ?? "");
}

/** 1-based position of the first match in characters, 0 where there is none. */
export function regexPosition(text: string, pattern: string): number {
  const found = javaRegex(pattern, "regexp_instr").exec(text);
  return found === null ? 0 : Array.from(text.slice(0, found.index)).length + 1;
}

/** Java's replaceAll from a 1-based position on; `$1` and `\\$` as in Java. */
export function regexReplace(
  text: string,
  pattern: string,
  replacement: string,
  position: number,
): string {
  const regex = javaRegex(pattern, "regexp_replace");
  const start = position - 1;
  if (start > text.length) return text;
  const put = (...match: readonly unknown[]): string => fill(replacement, match);
  return text.slice(0, start) + text.slice(start).replace(regex, put);
}

/** Java's split: `limit` as in Spark (0 and below: as many parts as there are). */
export function regexSplit(text: string, pattern: string, limit: number): readonly string[] {
  if (pattern === "") return splitCharacters(text, limit);
  const regex = javaRegex(pattern, "split");
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(regex)) {
    if (limit > 0 && parts.length === limit - 1) break;
    // Java gives no empty first part for a match of no width at the start.
    if (match[0] === "" && (match.index === 0 || match.index >= text.length)) continue;
    parts.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

function splitCharacters(text: string, limit: number): readonly string[] {
  const all = Array.from(text);
  if (limit <= 0 || all.length <= limit) return all.length === 0 ? [""] : all;
  return [...all.slice(0, limit - 1), all.slice(limit - 1).join("")];
}

function fill(replacement: string, match: readonly unknown[]): string {
  return replacement.replace(
    /\\(.)|\$(\d)|\$\{(\w+)\}/gs,
    (_, escaped?: string, digit?: string, name?: string) => {
      if (escaped !== undefined) return escaped;
      if (digit !== undefined) return groupText(match[Number(digit)]);
      const groups = match.at(-1);
      const named: unknown =
        typeof groups === "object" && groups !== null && name !== undefined
          ? Reflect.get(groups, name)
          : undefined;
      return groupText(named);
    },
  );
}

function groupText(group: unknown): string {
  return typeof group === "string" ? group : "";
}

function checkGroup(regex: RegExp, group: number, routine: string): void {
  const groups = new RegExp(`${regex.source}|`, regex.flags.replace("g", "")).exec("");
  const count = (groups?.length ?? 1) - 1;
  if (group >= 0 && group <= count) return;
  throw sparkError(
    "INVALID_PARAMETER_VALUE.REGEX_GROUP_INDEX",
    `The value of parameter(s) \`idx\` in \`${routine}\` is invalid: Expects group index between 0 and ${count}, but got ${group}.`,
  );
}
