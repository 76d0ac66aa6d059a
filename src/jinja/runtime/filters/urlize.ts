import { escapeHtml } from "./escape-html.ts";

export interface UrlizeOptions {
  /** Shown addresses are cut after so many characters. */
  readonly limit: number | undefined;
  readonly rel: string;
  readonly target: string | null;
  readonly schemes: readonly string[];
}

const WEB =
  /^(?:(?:https?:\/\/|www\.)(?:[\w%-]+\.)*(?:[a-z]{2,63}|xn--[\w%]{2,59})|(?:[\w%-]{2,63}\.)+(?:com|net|int|edu|gov|org|info|mil)|https?:\/\/(?:\d{1,3}(?:\.\d{1,3}){3}|\[(?:[\da-f]{0,4}:){2}(?:[\da-f]{0,4}:?){1,6}\]))(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const MAIL = /^\S+@\w[\w.-]*\.\w+$/;
const BRACKETS = [
  ["(", ")"],
  ["<", ">"],
  ["&lt;", "&gt;"],
] as const;

/** Escapes a text for HTML and makes links of the addresses in it. */
export function urlize(text: string, options: UrlizeOptions): string {
  return escapeHtml(text)
    .split(/(\s+)/)
    .map((word) => linkWord(word, options))
    .join("");
}

function linkWord(word: string, options: UrlizeOptions): string {
  const head = /^(?:[(<]|&lt;)+/.exec(word)?.[0] ?? "";
  const rest = word.slice(head.length);
  const tail = /(?:[)>.,\n]|&gt;)+$/.exec(rest)?.[0] ?? "";
  const [middle, after] = balanced(rest.slice(0, rest.length - tail.length), tail);
  return head + linked(middle, options) + after;
}

/** Closing brackets that were opened inside belong to the address. */
function balanced(middle: string, tail: string): readonly [string, string] {
  let [inside, outside] = [middle, tail];
  for (const [open, close] of BRACKETS) {
    const surplus = count(inside, open) - count(inside, close);
    if (surplus <= 0) continue;
    const moves = Math.min(count(inside, open), count(outside, close));
    for (let move = 0; move < moves; move += 1) {
      const end = outside.indexOf(close) + close.length;
      inside += outside.slice(0, end);
      outside = outside.slice(end);
    }
  }
  return [inside, outside];
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function linked(word: string, options: UrlizeOptions): string {
  const attributes =
    (options.rel === "" ? "" : ` rel="${escapeHtml(options.rel)}"`) +
    (options.target === null ? "" : ` target="${escapeHtml(options.target)}"`);
  if (WEB.test(word)) {
    const address = /^https?:\/\//.test(word) ? word : `https://${word}`;
    return `<a href="${address}"${attributes}>${shortened(word, options.limit)}</a>`;
  }
  if (word.startsWith("mailto:") && MAIL.test(word.slice(7))) {
    return `<a href="${word}">${word.slice(7)}</a>`;
  }
  const isMail = MAIL.test(word) && !/^(?:www\.|@)/.test(word) && !word.includes(":");
  if (isMail) return `<a href="mailto:${word}">${word}</a>`;
  const scheme = options.schemes.find((start) => word !== start && word.startsWith(start));
  return scheme === undefined ? word : `<a href="${word}"${attributes}>${word}</a>`;
}

function shortened(text: string, limit: number | undefined): string {
  return limit !== undefined && text.length > limit ? `${text.slice(0, limit)}...` : text;
}
