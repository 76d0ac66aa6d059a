import type { AnyNode } from "../jinja/nodes.ts";
import type { CallNode, Expression } from "../jinja/expression-nodes.ts";
import { walkNodes } from "../jinja/walk-nodes.ts";

/** A call that can be seen without rendering. */
export type StaticCall =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "member"; readonly owner: string; readonly name: string }
  /** `adapter.dispatch`; null where the argument is not a literal. */
  | { readonly kind: "dispatch"; readonly macro: string | null; readonly namespace: string | null };

/** Every call below the nodes that names what it calls, in the order in which dbt lists them. */
export function findStaticCalls(nodes: Iterable<AnyNode>): StaticCall[] {
  const calls: StaticCall[] = [];
  walkNodes(nodes, (node) => {
    const call = node.kind === "call" ? staticCall(node) : undefined;
    if (call !== undefined) calls.push(call);
  });
  return calls;
}

function staticCall(node: CallNode): StaticCall | undefined {
  const { callee } = node;
  if (callee.kind === "name") return { kind: "name", name: callee.name };
  if (callee.kind !== "attribute" || callee.object.kind !== "name") return undefined;
  const owner = callee.object.name;
  if (owner !== "adapter" || callee.name !== "dispatch") {
    return { kind: "member", owner, name: callee.name };
  }
  const [macro, namespace] = dispatchArguments(node);
  return { kind: "dispatch", macro: literalText(macro), namespace: literalText(namespace) };
}

function dispatchArguments({ args }: CallNode): (Expression | undefined)[] {
  return ["macro_name", "macro_namespace"].map((name, index) => {
    const keyword = args.named.find((argument) => argument.name === name);
    return keyword?.value ?? args.positional[index];
  });
}

function literalText(node: Expression | undefined): string | null {
  return node?.kind === "constant" && typeof node.value === "string" ? node.value : null;
}
