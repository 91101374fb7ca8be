/** The roles whose texts the service looks at. */
export const scannedRoles: readonly string[] = ["system", "user", "assistant", "function"];

// Prompts come from anywhere: none of these patterns takes more than linear time.
const reservedTags =
  /(?:<|\\{1,2}u003c)\s*(?:\/\s*)?(goal|system|truncated_tool_output|truncation_notice)\s*(?:>|\\{1,2}u003e)/gi;
const escapedCommentStart = /(?:\\{1,2}u003c|\\<)!--/i;
const escapedCommentEnd = /--(?:\\{1,2}u003e|\\>)/i;
const linkComment =
  /(?:^|\\n)\[(?:\/\/|comment)\]:[ \t]*(?:<[^>\n]{0,500}>|#|\w{1,500})[ \t]*\([^)\n]{0,500}\)/im;
const invisible = /[\u{E0000}-\u{E007F}]|[\u{E0100}-\u{E01EF}]/u;
const escapedInvisible = /\\uDB40\\uD(?:C[0-7]|D[0-9A-E])[0-9A-F]/i;

/** Something in a prompt for which the service refuses the flow. */
export interface UnsafePart {
  /** For messages: `the tag <system>`. */
  readonly what: string;
  /** Where it begins in the text. */
  readonly offset: number;
  readonly length: number;
}

/** What the service would refuse in a text of a prompt: of each kind, and of each tag, the first. */
export function unsafeParts(text: string): readonly UnsafePart[] {
  const tags = new Map<string, UnsafePart>();
  for (const match of text.matchAll(reservedTags)) {
    const what = `the tag <${match[1]?.toLowerCase() ?? ""}>`;
    if (!tags.has(what)) tags.set(what, partOf(what, match));
  }
  const others: readonly (UnsafePart | undefined)[] = [
    firstOf("an HTML comment", /<!--/.exec(text) ?? escapedComment(text)),
    firstOf("a comment hidden in a Markdown link", linkComment.exec(text)),
    firstOf("an invisible character", invisible.exec(text) ?? escapedInvisible.exec(text)),
  ];
  return [...tags.values(), ...others.filter((part) => part !== undefined)];
}

function firstOf(what: string, match: RegExpExecArray | undefined | null): UnsafePart | undefined {
  return match ? partOf(what, match) : undefined;
}

function partOf(what: string, match: RegExpExecArray): UnsafePart {
  return { what, offset: match.index, length: match[0].length };
}

/** Written with escaped brackets, only a complete comment counts. */
function escapedComment(text: string): RegExpExecArray | undefined {
  const start = escapedCommentStart.exec(text);
  if (start === null || !escapedCommentEnd.test(text.slice(start.index))) return undefined;
  return start;
}
