import type { NodeContext } from "../context/node-context.ts";
import { PyDict } from "../jinja/py-dict.ts";
import { toPython } from "../jinja/convert.ts";
import type { GenericTestNode } from "../manifest/nodes.ts";

/** Text that reads like one of these calls is one, also without braces. */
const LOOKS_LIKE_A_CALL = /^\s*(?:env_var|ref|var|source|doc)\s*\([^]+\)\s*$/;

/**
 * The arguments of a generic test: every text in them is rendered to a value, at any depth; only the
 * column's name stays as it is.
 */
export async function renderTestArguments(
  node: GenericTestNode,
  context: NodeContext,
): Promise<PyDict> {
  const rendered = new PyDict();
  for (const [name, value] of Object.entries(node.test_metadata.kwargs)) {
    rendered.set(name, name === "column_name" ? toPython(value) : await renderDeep(value, context));
  }
  return rendered;
}

async function renderDeep(value: unknown, context: NodeContext): Promise<unknown> {
  if (typeof value === "string") {
    return context.renderNative(LOOKS_LIKE_A_CALL.test(value) ? `{{ ${value} }}` : value);
  }
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) items.push(await renderDeep(item, context));
    return items;
  }
  if (typeof value !== "object" || value === null || !isRecord(value)) return toPython(value);
  const dict = new PyDict();
  for (const [key, held] of Object.entries(value)) dict.set(key, await renderDeep(held, context));
  return dict;
}

function isRecord(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
