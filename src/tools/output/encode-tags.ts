import { pySpace } from "./py-space.ts";

/** Tags that mean something to an agent, so that text of others must not contain them. */
const names = "goal|system|truncated_tool_output|truncation_notice";

// The slash and the space behind it are one optional group: with two separate spaces, a long run of them
// could be divided between the two in every way.
const tag = `[${pySpace}]*(?:(/)[${pySpace}]*)?(${names})[${pySpace}]*`;

/** As they stand in text, in JSON inside text, and in JSON inside JSON. */
const forms: readonly RegExp[] = [
  new RegExp(`<${tag}>`, "giu"),
  new RegExp(`\\\\u003c${tag}\\\\u003e`, "giu"),
  new RegExp(`\\\\\\\\u003c${tag}\\\\\\\\u003e`, "giu"),
];

/** Writes the brackets of dangerous tags as entities. Tags with attributes are not among them. */
export function encodeTags(text: string): string {
  return forms.reduce((encoded, form) => encoded.replaceAll(form, encode), text);
}

function encode(_: string, slash: string | undefined, name: string): string {
  return `&lt;${slash ?? ""}${plainName(name)}&gt;`;
}

/** The name in lower case; a long s counts as an s, for Python as for us. */
function plainName(name: string): string {
  return name.toLowerCase().replaceAll("ſ", "s");
}
