import type { YamlLayout } from "../../flow/index.ts";

const ownLine = /^[ \t]*#/;

/** The comments of a Ruby text that have lines of their own; what stands behind code may be in a string. */
export function rubyLayout(text: string): YamlLayout {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const comments = lines.flatMap((line, index) => {
    if (!ownLine.test(line)) return [];
    const column = line.indexOf("#") + 1;
    return [{ line: index + 1, column, text: line.slice(column - 1) }];
  });
  return { comments, longTexts: [] };
}
