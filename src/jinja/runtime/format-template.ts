import { pythonError } from "../../errors/jinja-errors.ts";
import type { CallArguments } from "../host-object.ts";
import { HOST, isHostObject } from "../host-object.ts";
import { PyDict } from "../py-dict.ts";
import { PyTuple } from "../py-tuple.ts";
import { ownerText } from "../python-types.ts";
import { pyRepr, pyStr } from "../python-text.ts";
import { MISSING } from "../scope.ts";
import { UndefinedValue } from "../undefined-value.ts";
import { formatWithSpec } from "./format-spec.ts";

interface Numbering {
  next: number;
  manual: boolean;
}

/** Python's `text.format(*positional, **named)`, with the sandbox's attribute rules. */
export function formatTemplate(text: string, args: CallArguments): string {
  return formatLevel(text, args, { next: 0, manual: false }, 2);
}

function formatLevel(
  text: string,
  args: CallArguments,
  numbering: Numbering,
  depth: number,
): string {
  if (depth < 0) throw pythonError("ValueError", "Max string recursion exceeded");
  let result = "";
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? "";
    if (char !== "{" && char !== "}") {
      result += char;
      at += 1;
    } else if (text[at + 1] === char) {
      result += char;
      at += 2;
    } else if (char === "}") {
      throw pythonError("ValueError", "Single '}' encountered in format string");
    } else {
      const end = fieldEnd(text, at + 1);
      result += formatField(text.slice(at + 1, end), args, numbering, depth);
      at = end + 1;
    }
  }
  return result;
}

/** Where the field's closing brace stands; braces nest in the format spec. */
function fieldEnd(text: string, start: number): number {
  let open = 1;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "{") open += 1;
    else if (text[at] === "}") open -= 1;
    if (open === 0) return at;
  }
  const message =
    start >= text.length
      ? "Single '{' encountered in format string"
      : "expected '}' before end of string";
  throw pythonError("ValueError", message);
}

function formatField(
  field: string,
  args: CallArguments,
  numbering: Numbering,
  depth: number,
): string {
  const [, path = "", conversion, spec = ""] =
    /^((?:\[[^\]]*\]|[^:![])*)(?:!([^:]*))?(?::([\s\S]*))?$/.exec(field) ?? [];
  const value = converted(fieldValue(path, args, numbering), conversion);
  const innerSpec = spec.includes("{") ? formatLevel(spec, args, numbering, depth - 1) : spec;
  return formatValue(value, innerSpec);
}

function formatValue(value: unknown, spec: string): string {
  if (value instanceof UndefinedValue && spec !== "") {
    throw pythonError("TypeError", "unsupported format string passed to Undefined.__format__");
  }
  const own = isHostObject(value) ? value[HOST].format?.(spec) : undefined;
  return own ?? formatWithSpec(value, spec);
}

function converted(value: unknown, conversion: string | undefined): unknown {
  if (conversion === undefined) return value;
  if (conversion === "r" || conversion === "a") return pyRepr(value);
  if (conversion === "s") return pyStr(value);
  throw pythonError("ValueError", `Unknown conversion specifier ${conversion}`);
}

function fieldValue(path: string, args: CallArguments, numbering: Numbering): unknown {
  const [first = ""] = /^[^.[]*/.exec(path) ?? [];
  let value = firstValue(first, args, numbering);
  for (const [, attribute, item] of path.slice(first.length).matchAll(/\.([^.[]+)|\[([^\]]*)\]/g)) {
    value =
      attribute === undefined ? itemField(value, item ?? "") : attributeField(value, attribute);
  }
  return value;
}

function firstValue(name: string, args: CallArguments, numbering: Numbering): unknown {
  if (name === "") {
    if (numbering.manual) {
      throw pythonError(
        "ValueError",
        "cannot switch from manual field specification to automatic field numbering",
      );
    }
    numbering.next += 1;
    return positional(args, numbering.next - 1);
  }
  if (!/^\d+$/.test(name)) return named(args, name);
  if (numbering.next > 0) {
    throw pythonError(
      "ValueError",
      "cannot switch from manual field specification to automatic field numbering",
    );
  }
  numbering.manual = true;
  return positional(args, Number(name));
}

function positional(args: CallArguments, index: number): unknown {
  if (index < args.positional.length) return args.positional[index];
  throw pythonError(
    "IndexError",
    `Replacement index ${String(index)} out of range for positional args tuple`,
  );
}

function named(args: CallArguments, name: string): unknown {
  if (args.named.has(name)) return args.named.get(name);
  throw pythonError("KeyError", pyRepr(name));
}

function itemField(value: unknown, key: string): unknown {
  if (value instanceof UndefinedValue) throw value.error();
  const index = /^\d+$/.test(key) ? Number(key) : key;
  const found = itemOrMissing(value, index);
  return found === MISSING ? new UndefinedValue({ name: index, owner: ownerText(value) }) : found;
}

function itemOrMissing(value: unknown, key: string | number): unknown {
  if (value instanceof PyDict) return value.get(key);
  if (isHostObject(value)) return orMissing(value[HOST].getItem?.(key));
  const items = itemsOf(value);
  return typeof key === "number" && key < items.length ? items[key] : MISSING;
}

function itemsOf(value: unknown): readonly unknown[] {
  if (typeof value === "string") return Array.from(value);
  if (value instanceof PyTuple) return value.items;
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function attributeField(value: unknown, name: string): unknown {
  const protocol = isHostObject(value) ? value[HOST] : undefined;
  const attribute = name.startsWith("_") ? MISSING : orMissing(protocol?.getAttribute?.(name));
  if (attribute !== MISSING) return attribute;
  return itemField(value, name);
}

/** None is a value; only a protocol without the method gives `undefined`. */
function orMissing(value: unknown): unknown {
  return value === undefined ? MISSING : value;
}
