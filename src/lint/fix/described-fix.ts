import type { JsonObject } from "../../core/json.ts";
import { textPositions } from "../../core/text/text-positions.ts";
import type { Fix } from "../rule/fix.ts";

/** Prints repairs by the lines and columns of the text in which they are to be made. */
export function createFixDescriber(text: string): (fix: Fix) => JsonObject {
  let known: ReturnType<typeof textPositions> | undefined;
  return ({ description, edits }) => {
    const positionOf = (known ??= textPositions(text));
    return {
      description,
      edits: edits.map((edit) => {
        const start = positionOf(edit.start);
        const end = positionOf(edit.end);
        return {
          line: start.line,
          column: start.column,
          endLine: end.line,
          endColumn: end.column,
          text: edit.text,
        };
      }),
    };
  };
}
