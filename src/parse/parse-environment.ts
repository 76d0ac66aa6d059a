import type { RenderText } from "../config/render-yaml-value.ts";
import type { RuntimeConfig } from "../config/runtime-config.ts";
import type { Place } from "../errors/place.ts";
import type { EventBus } from "../events/event-bus.ts";
import type { Draft } from "./drafts/draft.ts";
import type { DraftManifest } from "./drafts/draft-manifest.ts";

/** What every part of parsing shares. */
export interface ParseEnvironment {
  readonly runtime: RuntimeConfig;
  readonly events: EventBus;
  readonly manifest: DraftManifest;
  readonly templates: ParseTemplates;
}

/** Everything in parsing that renders Jinja. */
export interface ParseTemplates {
  /** Renders a node's code or one of its hooks; references and config calls land in the draft. */
  renderNode(draft: Draft, text: string): void;
  /** Renders a generic test: its arguments natively, then its code. */
  renderTest(draft: Draft): void;
  /** Renders texts of a package's properties files natively. */
  yamlRenderer(packageName: string): RenderText;
  /** What the project's `generate_<component>_name` makes of a node's own setting. */
  generateName(component: NameComponent, owner: NameOwner, custom: unknown): unknown;
  /** Unique id of the macro that a name means in a package. */
  findMacro(packageName: string, name: string): string | undefined;
  /** Renders a description with `doc()`. */
  renderDescription(text: string, packageName: string, place: Place): string;
  /** Renders the contents of a docs block. */
  renderDocs(text: string, place: Place): string;
  /** Renders `ref(...)`, `source(...)` and `metric(...)` calls of an exposure. */
  renderReferences(calls: readonly string[], place: Place): References;
}

/** Whose name is generated. */
export interface NameOwner {
  /** A package may have name macros for its own nodes; null for what is no node. */
  readonly packageName: string | null;
  /** A field of the macro's argument `node`, by dbt's name; undefined where it has none. */
  readonly fact: (name: string) => unknown;
}

export type NameComponent = "database" | "schema" | "alias";

export interface References {
  readonly refs: readonly {
    name: string;
    package: string | null;
    version: string | number | null;
  }[];
  readonly sources: readonly (readonly string[])[];
  readonly metrics: readonly (readonly string[])[];
}

/** A behaviour flag of dbt. */
export function hasBehavior(environment: ParseEnvironment, name: string): boolean {
  return environment.runtime.flags.behavior[name] === true;
}
