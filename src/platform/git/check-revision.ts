import { AppError } from "../../core/errors/app-error.ts";

/** Longer names are none of a branch. */
const maxLength = 250;

/** What follows a name: `~2`, `^`, `^2`, and the branch that a branch follows. */
const suffix = /(?:~\d{0,6}|\^\d{0,3}|@\{(?:u|upstream)\})$/;

/** What `git check-ref-format` refuses anywhere in a name. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const forbidden = /[\u0000-\u0020\u007F~^:?*[\\]|\.\.|@\{|\/\/|\/\.|\.\/|\.lock(?:\/|$)/;

/**
 * Refuses what is no name of a commit by the rules of `git check-ref-format`. Branches, tags, hashes and
 * what goes back from them (`HEAD~1`, `main^`, `main@{upstream}`) pass. Searches (`:/text`, `^{/text}`),
 * ranges, paths (`main:file`) and points in time (`main@{yesterday}`) do not.
 *
 * @throws AppError GIT_REF_INVALID
 */
export function checkRevision(text: string): void {
  if (text.length <= maxLength && isName(withoutSuffixes(text))) return;
  throw new AppError("GIT_REF_INVALID", `"${text}" is no name of a commit`, {
    hint: "name a branch, a tag or a hash, as in origin/main, v1.2.0 or HEAD~1",
  });
}

function withoutSuffixes(text: string): string {
  let name = text;
  while (suffix.test(name)) name = name.replace(suffix, "");
  return name;
}

function isName(name: string): boolean {
  if (name === "" || forbidden.test(name)) return false;
  return !/^[-/.]|[/.]$/.test(name);
}
