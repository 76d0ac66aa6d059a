import type { MacroNode } from "../../manifest/macro-node.ts";

/** The namespace of all built-in macros together. */
const BUILT_IN_NAMESPACE = "dbt";

export interface LookupOptions {
  readonly rootPackage: string;
  readonly internalPackages: readonly string[];
  readonly packages?: readonly string[];
}

type Macros = ReadonlyMap<string, MacroNode>;

/** The macros by package and name, and the order in which dbt looks through them. */
export class MacroLookup {
  readonly rootPackage: string;
  readonly internalPackages: readonly string[];
  /** Installed packages, the root and the built-in ones among them. */
  readonly packages: ReadonlySet<string>;
  readonly all: readonly MacroNode[];
  readonly #byPackage = new Map<string, Map<string, MacroNode>>();
  /** Built-in macros; those of the adapter hide those of dbt. */
  readonly #builtIn: Macros;
  /** What a name means to static analysis: the root's macro, any package's, a built-in one. */
  readonly #byName: Macros;

  constructor(macros: Iterable<MacroNode>, options: LookupOptions) {
    this.rootPackage = options.rootPackage;
    this.internalPackages = options.internalPackages;
    this.all = [...macros];
    for (const macro of this.all) this.#add(macro);
    const installed = options.packages ?? [...this.#byPackage.keys()];
    this.packages = new Set([...installed, this.rootPackage, ...this.internalPackages]);
    this.#builtIn = this.#merged(this.internalPackages.toReversed());
    const others = [...this.#byPackage.keys()].filter((name) => !this.isInternal(name));
    this.#byName = new Map([
      ...this.#builtIn,
      ...this.#merged(others),
      ...this.#merged([this.rootPackage]),
    ]);
  }

  #add(macro: MacroNode): void {
    const known = this.#byPackage.get(macro.package_name);
    if (known === undefined) {
      this.#byPackage.set(macro.package_name, new Map([[macro.name, macro]]));
    } else known.set(macro.name, macro);
  }

  /** Later packages win. */
  #merged(packages: readonly string[]): Macros {
    return new Map(packages.flatMap((name) => [...(this.#byPackage.get(name) ?? [])]));
  }

  isInternal(packageName: string): boolean {
    return this.internalPackages.includes(packageName);
  }

  /** A name without a package, as templates of a package see it. */
  findUnqualified(name: string, packageName: string): MacroNode | undefined {
    return (
      this.#byPackage.get(packageName)?.get(name) ??
      this.#byPackage.get(this.rootPackage)?.get(name) ??
      (this.namespace(name) === undefined ? this.#builtIn.get(name) : undefined)
    );
  }

  /** The macros of a namespace: a package's, or under `dbt` the built-in ones. */
  namespace(name: string): Macros | undefined {
    if (name === BUILT_IN_NAMESPACE) return this.#builtIn;
    return this.isInternal(name) ? undefined : this.#byPackage.get(name);
  }

  /** `name` or `namespace.name`, as templates of a package see it. */
  find(name: string, packageName: string): MacroNode | undefined {
    const [namespace = "", member] = name.split(".");
    if (member === undefined) return this.findUnqualified(name, packageName);
    return this.namespace(namespace)?.get(member);
  }

  /** Like find, for dispatch while macros are analysed: knows no package they are called from. */
  findStatically(name: string, namespace: string | null): MacroNode | undefined {
    if (namespace === null) return this.#byName.get(name);
    return this.namespace(namespace)?.get(name);
  }

  /** What a call in a macro of a package depends on. */
  findDependency(name: string, packageName: string): MacroNode | undefined {
    return this.#byPackage.get(packageName)?.get(name) ?? this.#byName.get(name);
  }

  /** Names that templates of a package see: macros and namespaces. */
  *names(packageName: string): Generator<string> {
    yield* this.#byPackage.get(packageName)?.keys() ?? [];
    yield* this.#byPackage.get(this.rootPackage)?.keys() ?? [];
    for (const name of this.#byPackage.keys()) if (!this.isInternal(name)) yield name;
    yield BUILT_IN_NAMESPACE;
    yield* this.#builtIn.keys();
  }
}
