/** The roles whose texts the service looks at. */
export const scannedRoles: readonly string[] = ["system", "user", "assistant", "function"];

// Prompts come from anywhere: none of these patterns takes more than linear time.
const reservedTag =
  /(?:<|\\{1,2}u003c)\s*(?:\/\s*)?(goal|system|truncated_tool_output|truncation_notice)\s*(?:>|\\{1,2}u003e)/i;
const escapedCommentStart = /(?:\\{1,2}u003c|\\<)!--/i;
const escapedCommentEnd = /--(?:\\{1,2}u003e|\\>)/i;
const linkComment =
  /(?:^|\\n)\[(?:\/\/|comment)\]:[ \t]*(?:<[^>\n]{0,500}>|#|\w{1,500})[ \t]*\([^)\n]{0,500}\)/im;
const invisible = /[\u{E0000}-\u{E007F}]|[\u{E0100}-\u{E01EF}]/u;
const escapedInvisible = /\\uDB40\\uD(?:C[0-7]|D[0-9A-E])[0-9A-F]/i;

/** What the service would refuse in a text of a prompt; undefined for nothing. */
export function unsafePart(text: string): string | undefined {
  const tag = reservedTag.exec(text)?.[1];
  if (tag !== undefined) return `the tag <${tag.toLowerCase()}>`;
  if (text.includes("<!--") || hasEscapedComment(text)) return "an HTML comment";
  if (linkComment.test(text)) return "a comment hidden in a Markdown link";
  const hides = invisible.test(text) || escapedInvisible.test(text);
  return hides ? "an invisible character" : undefined;
}

/** Written with escaped brackets, only a complete comment counts. */
function hasEscapedComment(text: string): boolean {
  const start = text.search(escapedCommentStart);
  return start >= 0 && escapedCommentEnd.test(text.slice(start));
}
