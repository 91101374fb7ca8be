import type { JsonObject } from "../../core/json.ts";
import { positionsIn } from "../analysis/positions.ts";
import type { Fix } from "../rule/fix.ts";

/** Prints repairs by the lines and columns of the text in which they are to be made. */
export function createFixDescriber(text: string): (fix: Fix) => JsonObject {
  let known: ReturnType<typeof positionsIn> | undefined;
  return ({ description, edits }) => {
    const positionOf = (known ??= positionsIn(text));
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
