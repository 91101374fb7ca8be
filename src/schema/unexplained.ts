import type { SchemaProblem } from "./schema-problem.ts";

/** As much of an error of the validator as is used. */
export interface ValidatorError {
  readonly instancePath: string;
  readonly message?: string | undefined;
}

/** The validator's own words, for a keyword that the explanation does not know. */
export function unexplained(errors: readonly ValidatorError[] | null | undefined): SchemaProblem[] {
  const [error] = errors ?? [];
  const path = (error?.instancePath ?? "").split("/").slice(1).map(unescapeSegment);
  return [
    { path, atKey: false, message: error?.message ?? "does not have the form it should have" },
  ];
}

function unescapeSegment(segment: string): string | number {
  if (/^(?:0|[1-9][0-9]*)$/.test(segment)) return Number(segment);
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
