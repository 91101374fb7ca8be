import { AppError } from "../../core/errors/app-error.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { sha256Hex } from "../../platform/index.ts";
import { caseKey, type CasePair } from "./case-pair.ts";
import { caseFilter, type PairFilter, parseFilter, tagFilter } from "./filters.ts";

/** Which cases of some suites are wanted. Every part narrows the choice; without any, all are. */
export interface Selection {
  readonly tags?: readonly string[] | undefined;
  readonly cases?: readonly string[] | undefined;
  readonly filters?: readonly string[] | undefined;
  /** What else is asked, with how messages call it. */
  readonly also?: { readonly name: string; readonly filter: PairFilter } | undefined;
  /** So many cases, picked by the seed. */
  readonly sample?: number | undefined;
  /** At most so many cases, from the first. */
  readonly limit?: number | undefined;
  readonly seed?: number | undefined;
}

/**
 * The pairs of a selection, in their order. Sampling and limiting count cases, each with all its targets
 * that are left; which are sampled depends on nothing but the seed and the names of suite and case.
 *
 * @throws AppError EVAL_SELECTION_INVALID; EVAL_NOTHING_SELECTED where none is left of some.
 */
export function selectPairs(pairs: readonly CasePair[], selection: Selection): readonly CasePair[] {
  const { tags = [], cases = [], filters = [], also, sample, limit, seed = 0 } = selection;
  const wanted: readonly PairFilter[] = [
    ...(tags.length === 0 ? [] : [tagFilter(tags)]),
    ...(cases.length === 0 ? [] : [caseFilter(cases)]),
    ...filters.map(parseFilter),
    ...(also === undefined ? [] : [also.filter]),
  ];
  const left = pairs.filter((pair) => wanted.every((filter) => filter(pair)));
  if (left.length === 0 && pairs.length > 0) throw nothingSelected(pairs, selection);
  return firstCases(sampleCases(left, sample, seed), limit);
}

/** What a selection asks for, as on the command line; empty where it asks for everything. */
export function askedFor(selection: Selection): readonly string[] {
  const { sample, limit } = selection;
  return [
    ...filtersOf(selection),
    ...(sample === undefined ? [] : [`--sample ${sample}`]),
    ...(limit === undefined ? [] : [`--limit ${limit}`]),
  ];
}

function filtersOf({ tags = [], cases = [], filters = [], also }: Selection): readonly string[] {
  return [
    ...tags.map((tag) => `--tag ${tag}`),
    ...cases.map((glob) => `--case ${glob}`),
    ...filters.map((filter) => `--filter ${filter}`),
    ...(also === undefined ? [] : [also.name]),
  ];
}

/** Of the same cases the same are picked, however many others there are beside or before them. */
function sampleCases(
  pairs: readonly CasePair[],
  sample: number | undefined,
  seed: number,
): readonly CasePair[] {
  if (sample === undefined) return pairs;
  const keys = [...new Set(pairs.map(caseKey))];
  const ranked = keys
    .map((key) => ({ key, rank: sha256Hex(`${seed} ${key}`) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  const picked = new Set(ranked.slice(0, sample).map(({ key }) => key));
  return pairs.filter((pair) => picked.has(caseKey(pair)));
}

function firstCases(pairs: readonly CasePair[], limit: number | undefined): readonly CasePair[] {
  if (limit === undefined) return pairs;
  const first = new Set([...new Set(pairs.map(caseKey))].slice(0, limit));
  return pairs.filter((pair) => first.has(caseKey(pair)));
}

function nothingSelected(pairs: readonly CasePair[], selection: Selection): AppError {
  const count = new Set(pairs.map(caseKey)).size;
  const all = count === 1 ? "the only case" : `any of ${count} cases`;
  return new AppError(
    "EVAL_NOTHING_SELECTED",
    `${filtersOf(selection).join(" ")} does not select ${all}`,
    {
      hint: hintFor(pairs, selection),
    },
  );
}

function hintFor(pairs: readonly CasePair[], { tags = [], cases = [] }: Selection): string {
  const knownTags = [...new Set(pairs.flatMap((pair) => pair.case.tags))].toSorted();
  const unknownTag = tags.find((tag) => !tag.startsWith("!") && !knownTags.includes(tag));
  if (unknownTag !== undefined && knownTags.length === 0) return "no case has a tag";
  if (unknownTag !== undefined) return didYouMean(unknownTag, knownTags);
  const unknownCase = cases.find((glob) => !pairs.some(caseFilter([glob])));
  const ids = [...new Set(pairs.map((pair) => pair.case.id))];
  if (unknownCase !== undefined && !unknownCase.includes("/")) return didYouMean(unknownCase, ids);
  return "`flowproof eval list` with the same paths shows suites, cases, targets and tags";
}
