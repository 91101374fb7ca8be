import { codeSpan } from "./code-span.ts";
import { singleLine } from "./single-line.ts";

/** A word with the marks that may stand around it; backticks only where the sentence has code itself. */
const parts = /^([("]*)`?(.*?)`?([)",.;:?]*)$/u;
/** A word or a number. An amount of dollars is none: GitLab takes `$3` for a snippet. */
const harmless = /^(?:[A-Za-z]+(?:['-][a-z]+)*|\d{1,6}(?:\.\d{1,6})?[kM]?|[%–·=])?$/u;
/** GitLab takes this for a commit. */
const hash = /[0-9a-f]{7}/iu;

/**
 * A sentence for Markdown in which names and other foreign texts stand among words of ours: whatever is
 * not a plain word or number is in a code span. It does not begin a line by itself: its first word may
 * be the number of a list.
 */
export function markdownWords(text: string): string {
  const written: string[] = [];
  let opening = "";
  let foreign: string[] = [];
  const flush = (closing = ""): void => {
    if (foreign.length > 0) written.push(`${opening}${codeSpan(foreign.join(" "))}${closing}`);
    foreign = [];
  };
  for (const word of singleLine(text).split(" ")) {
    const [, before = "", core = "", after = ""] = parts.exec(word) ?? [];
    if (harmless.test(core) && !hash.test(core)) {
      flush();
      written.push(`${before}${core}${after}`);
    } else {
      if (before !== "") flush();
      if (foreign.length === 0) opening = before;
      foreign.push(core);
      if (after !== "") flush(after);
    }
  }
  flush();
  return written.filter((word) => word !== "").join(" ");
}
