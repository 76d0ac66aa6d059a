import type { MacroNode, Parameter } from "../jinja/nodes.ts";
import type { Expression } from "../jinja/expression-nodes.ts";
import type { TagParser, TagParsing } from "../jinja/tag-parser.ts";
import { compiledMacroName, materializationMacroName, testMacroName } from "./macro-names.ts";

/** dbt's tags. All of them define macros; `macro` itself only renames them. */
export const DIALECT_TAGS: Readonly<Record<string, TagParser>> = {
  macro(tag) {
    const name = tag.expectName();
    return macroNode(tag, { name, parameters: tag.signature(), endTag: "endmacro" });
  },
  test(tag) {
    const name = testMacroName(tag.expectName());
    return macroNode(tag, { name, parameters: tag.signature(), endTag: "endtest" });
  },
  docs(tag) {
    const name = tag.expectName();
    const node = macroNode(tag, { name, parameters: [], endTag: "enddocs" });
    return { ...node, name: `dbt_docs__${name}` };
  },
  materialization: parseMaterialization,
};

interface Definition {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly endTag: string;
}

function macroNode(tag: TagParsing, { name, parameters, endTag }: Definition): MacroNode {
  return {
    kind: "macro",
    name: compiledMacroName(name),
    shownName: name,
    parameters,
    body: tag.bodyUntil(endTag),
    start: tag.start,
  };
}

/** `{% materialization name, adapter="glue", supported_languages=["sql"] %}`. */
function parseMaterialization(tag: TagParsing): MacroNode {
  const name = tag.expectName();
  let adapter = "default";
  let languages: Expression | undefined;
  while (tag.skipOperator(",")) {
    const argument = tag.expectName();
    if (argument === "default") continue;
    if (argument !== "adapter" && argument !== "supported_languages") {
      tag.fail(`materialization '${name}' received unknown argument '${argument}'.`);
    }
    tag.expectOperator("=");
    const value = tag.expression();
    if (argument === "adapter") adapter = constantText(tag, value);
    else languages = value;
  }
  const parameter = {
    name: "supported_languages",
    fallback: languages ?? onlySql(tag),
    type: undefined,
  };
  const macro = materializationMacroName(name, adapter);
  return macroNode(tag, { name: macro, parameters: [parameter], endTag: "endmaterialization" });
}

function constantText(tag: TagParsing, node: Expression): string {
  if (node.kind === "constant" && typeof node.value === "string") return node.value;
  return tag.fail("the adapter of a materialization must be a string");
}

function onlySql({ start }: TagParsing): Expression {
  return { kind: "list", items: [{ kind: "constant", value: "sql", start }], start };
}
