/** A heading's, a list item's, a quote's: `## `, `- `, `> `. A number before an item is a number and stays. */
const mark = /^(?:#{1,6}(?=\s|$)|[-*+•▪◦‣](?=\s|$)|>)\s*/u;
const closingHashes = /\s+#+$/u;

/** A line without the marks that it begins with, and the spaces around it. */
export function withoutLineMarks(line: string): string {
  let rest = line.trim();
  let isHeading = false;
  for (let bare = rest.replace(mark, ""); bare !== rest; bare = rest.replace(mark, "")) {
    isHeading ||= rest.startsWith("#");
    rest = bare;
  }
  // Only a heading may end in such signs, and they are no words.
  return isHeading ? rest.replace(closingHashes, "") : rest;
}
