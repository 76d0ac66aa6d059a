import { pythonError } from "../../errors/jinja-errors.ts";
import type { ArgumentList, CallNode } from "../expression-nodes.ts";
import type { Emission, Frame } from "./emission.ts";

/** A call; the asynchronous flavour awaits the result when it is a promise. */
export function emitCall(
  emission: Emission,
  node: CallNode,
  frame: Frame,
  caller?: string,
): string {
  const call = emitBareCall(emission, node, frame, caller);
  if (!emission.flavour.isAsync) return call;
  const held = frame.writer.temporary();
  return `(isPromise(${held}=${call})?await ${held}:${held})`;
}

function emitBareCall(
  emission: Emission,
  { callee, args, start }: CallNode,
  frame: Frame,
  caller: string | undefined,
): string {
  const { positional, named } = emitArguments(emission, args, frame, caller);
  const suffix = emission.flavour.isAsync ? "" : "Sync";
  // The place is noted after the arguments, whose own calls note theirs.
  const last = `{positional:[${positional}],named:(P=${String(start)},${named ?? "NO_NAMES"})}`;
  if (callee.kind === "attribute") {
    const owner = emission.expression(callee.object, frame);
    return `callMethod${suffix}(ctx,${owner},${JSON.stringify(callee.name)},${last})`;
  }
  return `callValue${suffix}(ctx,${emission.expression(callee, frame)},${last})`;
}

export interface EmittedArguments {
  /** The items of an array. */
  readonly positional: string;
  /** A Map of the named arguments; undefined where there are none. */
  readonly named: string | undefined;
}

/** The arguments of a call, filter or test. `caller` is the variable of a call block's body. */
export function emitArguments(
  emission: Emission,
  args: ArgumentList,
  frame: Frame,
  caller?: string,
): EmittedArguments {
  refuseRepeatedNames(emission, args);
  const positional = args.positional.map((value) => emission.expression(value, frame));
  if (args.spread !== undefined) {
    positional.push(`...spread(${emission.expression(args.spread, frame)})`);
  }
  const pairs = args.named.map(
    ({ name, value }) => `${JSON.stringify(name)},${emission.expression(value, frame)}`,
  );
  if (caller !== undefined) pairs.push(`"caller",${caller}`);
  const more =
    args.namedSpread === undefined ? "" : `,${emission.expression(args.namedSpread, frame)}`;
  const named = pairs.length > 0 || more !== "" ? `names([${pairs.join(",")}]${more})` : undefined;
  return { positional: positional.join(","), named };
}

function refuseRepeatedNames(emission: Emission, { named }: ArgumentList): void {
  const repeated = named.find(({ name }, index) =>
    named.slice(0, index).some((other) => other.name === name),
  );
  if (repeated === undefined) return;
  const place = emission.source.placeAt(repeated.value.start);
  throw pythonError("SyntaxError", `keyword argument repeated: ${repeated.name}`, place);
}
