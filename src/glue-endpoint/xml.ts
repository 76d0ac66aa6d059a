/** Text of an XML document, as S3 and STS answer. */
export type XmlContent = string | number | boolean | readonly XmlElement[];
export type XmlElement = readonly [name: string, content: XmlContent];

export function xmlDocument(name: string, namespace: string, content: XmlContent): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${namespace}">${xmlContent(content)}</${name}>`;
}

export function xmlContent(content: XmlContent): string {
  if (!Array.isArray(content)) return escapeXml(String(content));
  return (content as readonly XmlElement[])
    .map(([name, inner]) => `<${name}>${xmlContent(inner)}</${name}>`)
    .join("");
}

/** Every text between `<name>` and `</name>`, in order. */
export function xmlTexts(document: string, name: string): string[] {
  return [...document.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"))].map((match) =>
    unescapeXml(match[1] ?? ""),
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"'\r\n]/g, (c) => `&#${c.charCodeAt(0)};`);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescapeXml(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name] ?? whole;
    const digits = name.slice(1);
    return String.fromCodePoint(
      /^x/i.test(digits) ? parseInt(digits.slice(1), 16) : parseInt(digits, 10),
    );
  });
}
