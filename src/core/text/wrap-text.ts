import { displayWidth } from "./display-width.ts";

export interface WrapOptions {
  /** How wide a line may become; a word that is wider has a line to itself. */
  readonly columns: number;
  /** What lines after the first begin with. */
  readonly indent: string;
}

/** Breaks a text at its spaces into lines of a width. */
export function wrapText(text: string, { columns, indent }: WrapOptions): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const word of text.split(/[ \n]/u)) {
    const wordWidth = displayWidth(word);
    if (line !== "" && width + 1 + wordWidth > columns) {
      lines.push(line);
      line = indent + word;
      width = displayWidth(indent) + wordWidth;
    } else {
      width += wordWidth + (line === "" ? 0 : 1);
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
