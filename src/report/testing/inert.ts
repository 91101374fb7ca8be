import { outsideCode } from "./outside-code.ts";

/** What changes a terminal, or how other characters are shown, but for the ends of lines. */
export const control: RegExp =
  // oxlint-disable-next-line no-control-regex -- what must not be there
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]|\p{Cs}/u;

/** What Markdown or GitLab takes for more than text, but for the tables and bold words of ours. */
const markup = /[<>@~\\[\]{}!^_]|[#&$%:]\w|:\/\/|www\.|[0-9a-f]{7}/iu;
const ours = /^(?:<\/?details>|<summary>[A-Za-z0-9 ]+<\/summary>)$/u;
// oxlint-disable-next-line no-control-regex -- what must not be there
const color = /\u001B\[\d{1,2}m/gu;

/** Lines that a terminal would obey; our own colors do not count. */
export function terminalTrouble(text: string): readonly string[] {
  return text
    .replaceAll(color, "")
    .split("\n")
    .filter((line) => control.test(line));
}

/** Lines of Markdown in which something foreign is more than text. */
export function markdownTrouble(text: string): readonly string[] {
  const lines = text.split("\n");
  const outside = outsideCode(text).filter((line) => !ours.test(line));
  return [
    ...lines.filter((line) => control.test(line) || line.startsWith("/")),
    ...outside.filter((line) => markup.test(line)),
    ...lines.filter((line, at) => isOddRow(line, lines[at - 1])),
  ];
}

/** A row of a table with another number of cells than the row before it. */
function isOddRow(line: string, before: string | undefined): boolean {
  if (!line.startsWith("|") || before?.startsWith("|") !== true) return false;
  return line.split("|").length !== before.split("|").length;
}
