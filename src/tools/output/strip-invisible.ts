const tags = /[\u{E0000}-\u{E007F}]|[\u{E0100}-\u{E01EF}]/gu;
/** The same characters as JSON escapes write them. */
const escapedTags = /\\udb40\\ud[c-f][0-9a-f]{2}/gi;

/** Removes Unicode tag characters and variation selectors, which carry text that nobody sees. */
export function stripInvisible(text: string): string {
  return text.replaceAll(escapedTags, "").replaceAll(tags, "");
}
