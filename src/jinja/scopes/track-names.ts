import type { AnyNode, IfNode, Statement, Target } from "../nodes.ts";
import { childrenOf } from "../walk-nodes.ts";
import type { Symbols } from "./symbols.ts";

/** Records what the nodes of one frame read and assign; frames inside it are left to themselves. */
export function trackNames(symbols: Symbols, nodes: readonly AnyNode[]): void {
  for (const node of nodes) trackNode(symbols, node);
}

function trackNode(symbols: Symbols, node: AnyNode): void {
  switch (node.kind) {
    case "name":
      symbols.read(node.name);
      break;
    case "namespace-target":
      symbols.read(node.name);
      break;
    case "name-target":
      symbols.store(node.name);
      break;
    case "macro":
      symbols.store(node.name);
      break;
    case "if":
      trackIf(symbols, node.branches, node.otherwise);
      break;
    default:
      trackNames(symbols, ownNodes(node));
  }
}

/** The nodes that belong to the frame around a node, in the order of evaluation. */
function ownNodes(node: AnyNode): readonly AnyNode[] {
  switch (node.kind) {
    case "for":
      return [node.iterable];
    case "call-block":
      return [node.call];
    case "filter-block":
      return [node.filter];
    case "with":
      return node.assignments.map(({ value }) => value);
    case "set":
      return [node.value, node.target];
    case "set-block":
      return node.filter === undefined ? [node.target] : [node.filter, node.target];
    case "scope":
      return [];
    default:
      return childrenOf(node);
  }
}

function trackIf(
  symbols: Symbols,
  branches: IfNode["branches"],
  otherwise: readonly Statement[],
): void {
  const [first, ...others] = branches;
  if (first === undefined) return;
  trackNode(symbols, first.test);
  const body = symbols.copy();
  trackNames(body, first.body);
  const elseIfs = symbols.copy();
  for (const branch of others) trackIf(elseIfs, [branch], []);
  const last = symbols.copy();
  trackNames(last, otherwise);
  symbols.mergeBranches([body, elseIfs, last]);
}

/** Declares what a target assigns to as parameters of the frame. */
export function declareTarget(symbols: Symbols, target: Target): void {
  if (target.kind === "name-target") symbols.declareParameter(target.name);
  else if (target.kind === "tuple-target") {
    for (const item of target.items) declareTarget(symbols, item);
  }
}
