/** Our own file formats; scripts/formats.ts names the schema of each. */
export type FormatId =
  | "answers"
  | "baseline"
  | "calibration"
  | "cassette"
  | "catalog"
  | "config"
  | "conversation"
  | "definitions"
  | "gitlab-fake"
  | "labels"
  | "history"
  | "lock"
  | "script"
  | "suite"
  | "tools";
