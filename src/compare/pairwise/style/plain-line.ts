import { withoutEmoji } from "./emoji.ts";
import { withoutInlineMarks } from "./inline-marks.ts";
import { withoutLineMarks } from "./line-marks.ts";

/** A rule, the line under a heading, or the one between a table's head and its rows: no words at all. */
const ornament = /^(?:(?:[-*_=]\s*){3,}|\|?[\s:|-]*-[\s:|-]*)$/u;

/** Ways to write the same that hide in each other are few: a mark in a mark in a cell. */
const maxRounds = 100;

/** A line of text without style; empty where nothing else was in it. */
export function plainLine(line: string): string {
  let plain = line;
  for (let round = 0; round < maxRounds; round += 1) {
    const before = plain;
    plain = plainOnce(before);
    if (plain === before) break;
  }
  return plain;
}

function plainOnce(line: string): string {
  const bare = withoutLineMarks(line);
  if (ornament.test(bare)) return "";
  return outsideCode(cellsOf(bare), (text) =>
    withoutInlineMarks(withoutEmoji(text)).replaceAll(/\s+/gu, " "),
  ).trim();
}

/** A row of a table: its cells, one after the other. */
function cellsOf(line: string): string {
  if (line.length < 2 || !line.startsWith("|") || !line.endsWith("|")) return line;
  const cells = line.slice(1, -1).split(/(?<!\\)\|/u);
  return cells.map((cell) => cell.trim()).join("; ");
}

const codeSpan = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/gu;

/** Changes what is no span of code. */
function outsideCode(line: string, change: (text: string) => string): string {
  let changed = "";
  let done = 0;
  for (const { 0: span, index } of line.matchAll(codeSpan)) {
    changed += change(line.slice(done, index)) + span;
    done = index + span.length;
  }
  return changed + change(line.slice(done));
}
