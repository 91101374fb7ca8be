import { basename } from "node:path";
import { hasPrefix, requiredPrefix } from "../../eval/index.ts";

/** Longer ids are cut: they stand in tables. */
const maxLength = 120;

/** A test's full name as the id of a case: `Counting › counts open issues` is counting-counts-open-issues. */
export function caseIdOf(fullName: string): string {
  return kebabCase(fullName) || "case";
}

/** A file's name as the id of a suite; in a folder below `suites` it begins with the folder's name. */
export function suiteIdOf(path: string): string {
  const name = basename(path).replace(/(?:\.(?:eval|test|spec))?\.[cm]?[jt]sx?$/u, "");
  const id = kebabCase(name) || "suite";
  const prefix = requiredPrefix(path);
  return prefix === undefined || hasPrefix(id, prefix) ? id : `${prefix}-${id}`;
}

function kebabCase(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, maxLength)
    .replaceAll(/^-+|-+$/gu, "");
}
