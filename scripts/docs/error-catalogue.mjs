import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * The page of all errors, read from the factories in `src/errors`: every `code: "..."` with the
 * message's template and the factory's docstring.
 */
export function errorCatalogue(folder) {
  const sections = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".ts") || file.endsWith(".test.ts")) continue;
    const entries = readFactories(join(folder, file));
    if (entries.length > 0) sections.push(section(file, entries));
  }
  return `# Errors

Generated from \`src/errors\` by \`npm run docs:generate\`. Words in braces stand for names from your project.

${sections.join("\n")}`;
}

function section(file, entries) {
  const title = file
    .replace(/\.ts$/, "")
    .replace(/-errors$/, "")
    .replaceAll("-", " ");
  const rows = entries.map(({ code, message, about }) => `| \`${code}\` | ${message} | ${about} |`);
  return `## ${title[0].toUpperCase()}${title.slice(1)}

| code | says | when |
|---|---|---|
${rows.join("\n")}
`;
}

function readFactories(path) {
  const source = ts.createSourceFile(
    path,
    readFileSync(path, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const found = [];
  const visit = (node, factory) => {
    const inside = ts.isFunctionDeclaration(node) ? node : factory;
    if (ts.isObjectLiteralExpression(node)) {
      const code = property(node, "code");
      if (code && ts.isStringLiteral(code)) found.push(entry(code.text, node, inside));
    }
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source, undefined);
  return found;
}

function entry(code, object, factory) {
  const message = property(object, "message");
  return {
    code,
    message: cell(message ? template(message) : ""),
    about: cell(factory ? docstring(factory) : ""),
  };
}

function property(object, name) {
  for (const member of object.properties)
    if (ts.isPropertyAssignment(member) && member.name.getText() === name)
      return member.initializer;
  return undefined;
}

/** A message as users meet it: the literal text, with `{name}` for what is filled in. */
function template(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce(
      (text, span) => `${text}{${words(span.expression)}}${span.literal.text}`,
      node.head.text,
    );
  if (ts.isBinaryExpression(node)) return template(node.left) + template(node.right);
  return `{${words(node)}}`;
}

function words(expression) {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return "...";
}

function docstring(factory) {
  const docs = ts.getJSDocCommentsAndTags(factory).filter(ts.isJSDoc);
  const text = docs.map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? "").join(" ");
  return text.split("\n\n")[0].replace(/\s+/g, " ").trim();
}

const cell = (text) =>
  text
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/g, " ")
    .trim();
