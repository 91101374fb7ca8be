/** Our own file formats; scripts/formats.ts names the schema of each. */
export type FormatId =
  | "cassette"
  | "catalog"
  | "config"
  | "definitions"
  | "gitlab-fake"
  | "lock"
  | "script"
  | "suite"
  | "tools";
