import type { Range } from "../core/position.ts";

/**
 * What is wrong, for callers that decide by it: `syntax` covers everything that is not YAML at all,
 * `limit` what is too large or too deep to read; `date` what the service's loader reads, and no field of a
 * flow takes; the rest say what they mean.
 */
export type YamlProblemCode =
  | "syntax"
  | "encoding"
  | "limit"
  | "tab"
  | "multiple-documents"
  | "anchor"
  | "tag"
  | "key"
  | "duplicate-key"
  | "merge"
  | "number"
  | "timestamp"
  | "date"
  | "binary"
  | "set"
  | "implicit-bool"
  | "implicit-octal"
  | "implicit-sexagesimal"
  | "line-break"
  | "no-final-newline";

/** Something a reader found in a text: an error where the text is refused, else a warning. */
export interface YamlProblem {
  readonly code: YamlProblemCode;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly range: Range;
}
