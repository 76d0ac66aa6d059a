import { EVENT_ID, getScalarValue, SCALAR_STYLE } from "js-yaml";
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from "js-yaml";
import type { PlaceTree } from "./place-tree.ts";
import { pythonKeyText } from "./python-key-text.ts";
import { resolvePlainScalar } from "./resolve-scalar.ts";
import { expandTag, resolveTaggedScalar } from "./yaml-tags.ts";
import { assembleMapping, isMapping, isPythonScalar } from "./assemble-mapping.ts";
import type { Composed } from "./assemble-mapping.ts";

export interface ComposedYaml {
  readonly value: unknown;
  readonly places: PlaceTree;
  readonly duplicates: readonly { readonly key: string; readonly offset: number }[];
}

/** Called with a reason and an offset for what the grammar allows and PyYAML does not. */
export type Reject = (reason: string, offset: number) => never;

/**
 * Turns the parser's events into values as PyYAML's constructor does: merge keys come first and
 * lose to the mapping's own keys, the last of two equal keys wins, keys become strings.
 */
export function composeYaml(
  source: string,
  events: readonly Event[],
  reject: Reject,
): ComposedYaml {
  const composer = new Composer(source, events, reject);
  return { ...composer.document(), duplicates: composer.duplicates };
}

class Composer {
  readonly duplicates: { key: string; offset: number }[] = [];
  private readonly anchors = new Map<string, Composed>();
  private next = 0;
  private readonly source: string;
  private readonly events: readonly Event[];
  private readonly reject: Reject;

  constructor(source: string, events: readonly Event[], reject: Reject) {
    this.source = source;
    this.events = events;
    this.reject = reject;
  }

  document(): Composed {
    if (this.take()?.type !== EVENT_ID.DOCUMENT) return leaf(null, 0);
    const content = this.node(0);
    this.take();
    if (this.next < this.events.length) {
      this.reject("one document is expected, but a second one follows", this.offsetFrom(this.next));
    }
    return content;
  }

  private take(): Event | undefined {
    return this.events[this.next++];
  }

  /** `fallback` is where an empty value is said to stand. */
  private node(fallback: number): Composed {
    const event = this.take();
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.anchored(event, this.scalar(event, fallback));
      case EVENT_ID.SEQUENCE:
        return this.anchored(event, this.sequence(event));
      case EVENT_ID.MAPPING:
        return this.anchored(event, this.mapping(event));
      case EVENT_ID.ALIAS:
        return this.alias(event.anchorStart, event.anchorEnd);
      default:
        return leaf(null, fallback);
    }
  }

  private anchored(event: ScalarEvent | SequenceEvent | MappingEvent, node: Composed): Composed {
    if (event.anchorStart >= 0) {
      this.anchors.set(this.source.slice(event.anchorStart, event.anchorEnd), node);
    }
    return node;
  }

  private alias(start: number, end: number): Composed {
    const name = this.source.slice(start, end);
    const node = this.anchors.get(name);
    if (!node) return this.reject(`there is no anchor &${name} above`, start - 1);
    return node;
  }

  private scalar(event: ScalarEvent, fallback: number): Composed {
    const text = this.textOf(event);
    const offset = event.valueStart >= 0 ? scalarStart(event) : fallback;
    const reject = (reason: string): never => this.reject(reason, offset);
    if (event.tagStart >= 0) {
      const tag = expandTag(this.source.slice(event.tagStart, event.tagEnd));
      return leaf(resolveTaggedScalar(tag, text, reject), offset);
    }
    const value = event.style === SCALAR_STYLE.PLAIN ? resolvePlainScalar(text, reject) : text;
    return leaf(value, offset);
  }

  /** A block at the end of a file without a last line break has none either. */
  private textOf(event: ScalarEvent): string {
    const text = getScalarValue(this.source, event);
    const isBlock =
      event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    const isCutOff = isBlock && event.valueEnd >= this.source.length && !/\n\s*$/.test(this.source);
    return isCutOff ? text.replace(/\n$/, "") : text;
  }

  private sequence(event: SequenceEvent): Composed {
    this.checkTag(event, "seq");
    const items: unknown[] = [];
    const children = new Map<number, PlaceTree>();
    while (this.events[this.next]?.type !== EVENT_ID.POP) {
      const item = this.node(event.start);
      children.set(items.length, { ...item.places, at: item.places.valueAt });
      items.push(item.value);
    }
    this.take();
    return { value: items, places: { at: event.start, valueAt: event.start, children } };
  }

  private mapping(event: MappingEvent): Composed {
    this.checkTag(event, "map");
    const own = new Map<string, Composed & { at: number }>();
    const merged: Composed[] = [];
    while (this.events[this.next]?.type !== EVENT_ID.POP) {
      const at = this.offsetFrom(this.next);
      const isMerge = this.atMergeKey();
      const key = this.key(at);
      const node = this.node(at);
      if (isMerge) {
        merged.push(...this.mergeSources(node, at));
      } else {
        if (own.has(key)) this.duplicates.push({ key, offset: at });
        own.set(key, { ...node, at });
      }
    }
    this.take();
    return assembleMapping(own, merged, event.start);
  }

  private key(at: number): string {
    const key = this.node(at).value;
    if (typeof key === "object" && key !== null && !isPythonScalar(key)) {
      this.reject("a mapping or list cannot be a key", at);
    }
    return pythonKeyText(key);
  }

  private atMergeKey(): boolean {
    const event = this.events[this.next];
    return (
      event?.type === EVENT_ID.SCALAR &&
      event.style === SCALAR_STYLE.PLAIN &&
      event.tagStart < 0 &&
      this.source.slice(event.valueStart, event.valueEnd) === "<<"
    );
  }

  /** Of a list of mappings the first has the last word. */
  private mergeSources(node: Composed, at: number): Composed[] {
    if (!Array.isArray(node.value)) return [this.mergeSource(node, at)];
    const items: readonly unknown[] = node.value;
    return items
      .map((value, index) =>
        this.mergeSource({ value, places: node.places.children?.get(index) ?? node.places }, at),
      )
      .reverse();
  }

  private mergeSource(node: Composed, at: number): Composed {
    if (!isMapping(node.value)) this.reject("only mappings can be merged with <<", at);
    return node;
  }

  private checkTag(event: SequenceEvent | MappingEvent, kind: "seq" | "map"): void {
    if (event.tagStart < 0) return;
    const tag = expandTag(this.source.slice(event.tagStart, event.tagEnd));
    if (tag !== `tag:yaml.org,2002:${kind}`) {
      this.reject(`the tag ${tag} has no meaning here`, event.tagStart);
    }
  }

  private offsetFrom(index: number): number {
    const event = this.events[index];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return event.valueStart >= 0 ? scalarStart(event) : Math.max(0, event.tagStart);
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING:
        return event.start;
      case EVENT_ID.ALIAS:
        return event.anchorStart - 1;
      case EVENT_ID.DOCUMENT:
        return this.offsetFrom(index + 1);
      default:
        return 0;
    }
  }
}

function leaf(value: unknown, offset: number): Composed {
  return { value, places: { at: offset, valueAt: offset, children: undefined } };
}

/** Quotes belong to the value that the user sees; the parser leaves them out. */
function scalarStart(event: ScalarEvent): number {
  const quoted =
    event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? event.valueStart - 1 : event.valueStart;
}
