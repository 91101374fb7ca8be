import { comparePaths } from "../compare-paths.ts";
import { type Content, contentOf, similarity, wholeScore } from "./similarity.ts";

/** A file that has another name now, and how much of it is the same, in percent. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  readonly similarity: number;
}

const leastScore = wholeScore / 2;
/** A name that is the same in another folder speaks for a rename, if the text does too. */
const leastNameScore = (wholeScore * 3) / 4;
const candidatesEach = 4;
const maxComparisons = 1000 * 1000;

type Files = ReadonlyMap<string, Content>;

/** Pairs files that are gone with new ones as git does: equal texts first, then equal names, then the most alike. */
export function findRenames(
  gone: ReadonlyMap<string, string>,
  added: ReadonlyMap<string, string>,
): readonly Rename[] {
  const sources = new Map(sorted(gone));
  const targets = new Map(sorted(added));
  const renames: Rename[] = [];
  const take = (from: string, to: string, score: number): void => {
    renames.push({ from, to, similarity: Math.floor((score * 100) / wholeScore) });
    sources.delete(from);
    targets.delete(to);
  };
  for (const [to, text] of new Map(targets)) {
    const from = sameText([...sources], to, text);
    if (from !== undefined) take(from, to, wholeScore);
  }
  if (sources.size * targets.size > maxComparisons) return renames;
  const before = contents(sources);
  const after = contents(targets);
  for (const [from, to] of sameNames(before, after)) {
    const score = scoreOf(before, after, [from, to]);
    if (score >= leastNameScore) {
      take(from, to, score);
      before.delete(from);
      after.delete(to);
    }
  }
  for (const { from, to, score } of ranked(before, after)) {
    if (sources.has(from) && targets.has(to)) take(from, to, score);
  }
  return renames;
}

function sorted(files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...files].toSorted(([one], [other]) => comparePaths(one, other));
}

function contents(files: ReadonlyMap<string, string>): Map<string, Content> {
  return new Map([...files].map(([path, text]) => [path, contentOf(text)]));
}

function sameText(
  sources: readonly (readonly [string, string])[],
  to: string,
  text: string,
): string | undefined {
  const same = sources.filter(([, other]) => other === text).map(([path]) => path);
  return same.find((path) => baseName(path) === baseName(to)) ?? same[0];
}

/** Files whose name no other file on their side has. */
function sameNames(before: Files, after: Files): readonly (readonly [string, string])[] {
  const sources = byName(before);
  const targets = byName(after);
  return [...before.keys()].flatMap((from): (readonly [string, string])[] => {
    const name = baseName(from);
    const to = targets.get(name);
    return sources.get(name) === from && to !== undefined && to !== "" ? [[from, to]] : [];
  });
}

/** The only path of each name; empty where there are several. */
function byName(files: Files): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const path of files.keys()) names.set(baseName(path), names.has(baseName(path)) ? "" : path);
  return names;
}

interface Candidate {
  readonly from: string;
  readonly to: string;
  readonly score: number;
  readonly hasName: boolean;
}

function ranked(before: Files, after: Files): readonly Candidate[] {
  return [...after.keys()].flatMap((to) => candidates(before, after, to)).toSorted(better);
}

/** The few best sources of a file. */
function candidates(before: Files, after: Files, to: string): readonly Candidate[] {
  return [...before.keys()]
    .map((from) => ({
      from,
      to,
      score: scoreOf(before, after, [from, to]),
      hasName: baseName(from) === baseName(to),
    }))
    .filter(({ score }) => score >= leastScore)
    .toSorted(better)
    .slice(0, candidatesEach);
}

function better(one: Candidate, other: Candidate): number {
  return other.score - one.score || Number(other.hasName) - Number(one.hasName);
}

function scoreOf(before: Files, after: Files, [from, to]: readonly [string, string]): number {
  const source = before.get(from);
  const target = after.get(to);
  return source === undefined || target === undefined ? 0 : similarity(source, target);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
