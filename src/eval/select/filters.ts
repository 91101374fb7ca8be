import { AppError } from "../../core/errors/app-error.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { RunContext } from "../../engine/index.ts";
import type { CasePair } from "./case-pair.ts";
import { nameGlob } from "./name-glob.ts";

/** Whether a pair is wanted. */
export type PairFilter = (pair: CasePair) => boolean;

/** What a filter can ask about, and what a pair says about it. */
const facts: Readonly<Record<string, (pair: CasePair) => readonly string[]>> = {
  suite: ({ suite }) => [suite.id],
  case: ({ case: { id } }) => [id],
  target: ({ target }) => [target.name],
  tag: ({ case: { tags } }) => tags,
  flow: ({ target }) => [target.reference],
  version: ({ target }) => [target.version],
  model: ({ target }) => (target.model === undefined ? [] : [target.model]),
  context: ({ case: { context } }) => placesOf(context),
  critical: ({ case: { critical } }) => [String(critical)],
};

/** The keys of filters. */
const filterKeys: readonly string[] = Object.keys(facts);

/**
 * Reads `key=pattern` or `key!=pattern`. Of what may have several values, tags, one is enough.
 *
 * @throws AppError EVAL_SELECTION_INVALID
 */
export function parseFilter(text: string): PairFilter {
  const [, key = "", not, pattern = ""] = /^\s*(\w+)\s*(!?)=\s*(.+?)\s*$/.exec(text) ?? [];
  const fact = Object.hasOwn(facts, key) ? facts[key] : undefined;
  if (fact !== undefined && pattern !== "") {
    const matches = nameGlob(pattern);
    return (pair) => fact(pair).some(matches) === (not !== "!");
  }
  throw new AppError(
    "EVAL_SELECTION_INVALID",
    key === "" ? `"${text}" is no filter` : `no filter is called "${key}"`,
    { hint: key === "" ? "write key=pattern or key!=pattern" : didYouMean(key, filterKeys) },
  );
}

/**
 * Cases with one of the tags; those with a tag that begins with `!` are left out.
 *
 * @throws AppError EVAL_SELECTION_INVALID for a tag without a name, which would select everything or nothing
 */
export function tagFilter(tags: readonly string[]): PairFilter {
  const nameless = tags.find((tag) => tag.replace(/^!/u, "").trim() === "");
  if (nameless !== undefined) {
    const hint = "write --tag <tag>, or --tag '!<tag>' for cases without it";
    throw new AppError("EVAL_SELECTION_INVALID", `--tag "${nameless}" names no tag`, { hint });
  }
  const wanted = tags.filter((tag) => !tag.startsWith("!"));
  const unwanted = new Set(tags.filter((tag) => tag.startsWith("!")).map((tag) => tag.slice(1)));
  return ({ case: { tags: own } }) =>
    (wanted.length === 0 || own.some((tag) => wanted.includes(tag))) &&
    !own.some((tag) => unwanted.has(tag));
}

/** Cases whose id is like one of the patterns; a pattern with a slash is one of `suite/case`. */
export function caseFilter(patterns: readonly string[]): PairFilter {
  const globs = patterns.map((text) => {
    const matches = nameGlob(text);
    return ({ suite, case: { id } }: CasePair): boolean =>
      matches(text.includes("/") ? `${suite.id}/${id}` : id);
  });
  return (pair) => globs.some((matches) => matches(pair));
}

/** The project or the namespace, by path or id; `none` where there is neither. */
function placesOf({ project, namespace }: RunContext): readonly string[] {
  const places = [project, namespace].flatMap((place) => {
    if (place === null || place === undefined) return [];
    if (typeof place !== "object") return [String(place)];
    return [place.path, place.id].flatMap((name) => (name === undefined ? [] : [String(name)]));
  });
  return places.length === 0 ? ["none"] : places;
}
