import { AppError } from "../core/errors/app-error.ts";
import type { ErrorCode } from "../core/errors/codes/index.ts";
import type { Place, Range } from "../core/position.ts";
import type { SchemaProblem } from "./schema-problem.ts";

/** A file that was read, and knows where its values stand; what the readers of `src/yaml` return. */
export interface PlacedFile {
  readonly file: string;
  readonly rangeOf: (path: SchemaProblem["path"], part?: "key" | "value") => Range | undefined;
}

/** Problems with what a file says as errors for the user, each at its line and column, in that order. */
export function schemaErrors(
  problems: readonly SchemaProblem[],
  source: PlacedFile,
  code: ErrorCode,
): AppError[] {
  return problems
    .map((problem) => ({ ...problem, place: placeOf(source, problem) }))
    .toSorted((a, b) => compare(a.place, b.place))
    .map(({ message, hint, place }) => new AppError(code, message, { hint, place }));
}

function compare(a: Place, b: Place): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** Of the value at a path, or of the nearest part around it that the file holds. */
function placeOf({ file, rangeOf }: PlacedFile, { path, atKey }: SchemaProblem): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const part = atKey && length === path.length ? "key" : "value";
    const range = rangeOf(path.slice(0, length), part);
    if (range !== undefined) return { file, ...range.start };
  }
  return { file };
}
