import { codeSpan } from "./code-span.ts";
import { singleLine } from "./single-line.ts";

/** Marks that may stand before a word, and after it. */
const before = /^[("]*/u;
const after: ReadonlySet<string> = new Set(')",.;:?');
/** A word or a number. An amount of dollars is none: GitLab takes `$3` for a snippet. */
const harmless = /^(?:[A-Za-z]+(?:['-][a-z]+)*|[-−]?\d{1,6}(?:\.\d{1,6})?[kM]?|[%–·=])?$/u;
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
    const [marks, core, closing] = wordParts(word);
    if (harmless.test(core) && !hash.test(core)) {
      flush();
      written.push(`${marks}${core}${closing}`);
    } else {
      if (marks !== "") flush();
      if (foreign.length === 0) opening = marks;
      foreign.push(core);
      if (closing !== "") flush(closing);
    }
  }
  flush();
  return written.filter((word) => word !== "").join(" ");
}

/**
 * A word without the marks around it, and without backticks, which are there where the sentence has code itself. By
 * hand, since an expression would take as long as the square of the length of a name that is all marks.
 */
function wordParts(word: string): readonly [marks: string, core: string, closing: string] {
  const marks = before.exec(word)?.[0] ?? "";
  const start = marks.length + (word[marks.length] === "`" ? 1 : 0);
  let end = word.length;
  while (end > start && after.has(word[end - 1] ?? "")) end -= 1;
  const closing = word.slice(end);
  if (end > start && word[end - 1] === "`") end -= 1;
  return [marks, word.slice(start, end), closing];
}
