/** Characters by their numbers, as HTML, JSON, shells, C and addresses write them. */
const numbered =
  /&#(?<decimal>\d{1,7});|(?:&#x(?<html>[0-9a-f]{1,6});|\\u\{(?<braced>[0-9a-f]{1,6})\}|\\u(?<four>[0-9a-f]{4})|(?:\\x|%)(?<two>[0-9a-f]{2}))|\\(?<octal>[0-3][0-7]{2})/giu;
const ornaments = /[^\p{L}\p{N}]+/gu;

/**
 * The letters and digits of a text in their plainest form, without all that may be put between them: white
 * space, dashes, quotes, markup, characters that nobody sees.
 */
export function bareText(text: string): string {
  const spelled = text.replaceAll(numbered, (...found) => characterOf(found.at(-1)));
  return spelled.normalize("NFKC").toLowerCase().replaceAll(ornaments, "");
}

function characterOf(groups: Readonly<Record<string, string | undefined>>): string {
  const { decimal, html, braced, four, two, octal } = groups;
  const digits = decimal ?? octal ?? html ?? braced ?? four ?? two ?? "";
  const base = decimal !== undefined ? 10 : octal !== undefined ? 8 : 16;
  const code = Number.parseInt(digits, base);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : "";
}
