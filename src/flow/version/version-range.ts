import { compareVersions } from "./compare-versions.ts";
import { isUnstable, type Version } from "./version.ts";

/** The versions between two bounds; an absent bound is open. */
export interface VersionRange {
  readonly min?: Version | undefined;
  readonly max?: Version | undefined;
  readonly includeMin: boolean;
  readonly includeMax: boolean;
}

/** One version and nothing else. */
export function exactly(version: Version): VersionRange {
  return { min: version, max: version, includeMin: true, includeMax: true };
}

/** `<version`: as PEP 440 wants, not even a pre-release of a stable version is below it. */
export function below(version: Version): VersionRange {
  const max = isUnstable(version) ? version : firstDevRelease(version);
  return { max, includeMin: false, includeMax: false };
}

export function firstDevRelease(version: Version): Version {
  return { ...version, text: `${version.text}.dev0`, dev: 0, local: undefined };
}

/** Whether a range contains a version. */
export function rangeAllows(range: VersionRange, version: Version): boolean {
  return aboveMin(range, version) && belowMax(range, version);
}

function aboveMin({ min, includeMin }: VersionRange, version: Version): boolean {
  if (min === undefined) return true;
  let candidate = publicUnless(min, version);
  // `>2` must not allow `2.post1`, which is still 2.
  if (!includeMin && min.post === undefined && candidate.post !== undefined) {
    candidate = { ...candidate, post: undefined, dev: undefined };
  }
  const order = compareVersions(candidate, min);
  return includeMin ? order >= 0 : order > 0;
}

function belowMax({ max, includeMax }: VersionRange, version: Version): boolean {
  if (max === undefined) return true;
  const order = compareVersions(publicUnless(max, version), max);
  return includeMax ? order <= 0 : order < 0;
}

/** A local build counts as its public version, unless the bound names a local build itself. */
function publicUnless(bound: Version, version: Version): Version {
  return bound.local === undefined ? { ...version, local: undefined } : version;
}

/** The versions in both; undefined when there are none. */
export function intersectRanges(a: VersionRange, b: VersionRange): VersionRange | undefined {
  const lower = compareMins(a, b) >= 0 ? a : b;
  const upper = compareMaxes(a, b) <= 0 ? a : b;
  const both = {
    min: lower.min,
    includeMin: lower.includeMin,
    max: upper.max,
    includeMax: upper.includeMax,
  };
  return isEmpty(both) ? undefined : both;
}

function isEmpty({ min, max, includeMin, includeMax }: VersionRange): boolean {
  if (min === undefined || max === undefined) return false;
  const order = compareVersions(min, max);
  return order > 0 || (order === 0 && !(includeMin && includeMax));
}

/** The fewest ranges with the same versions, in ascending order. */
export function mergeRanges(ranges: readonly VersionRange[]): readonly VersionRange[] {
  const merged: VersionRange[] = [];
  for (const range of ranges.toSorted(compareMins)) {
    const last = merged.at(-1);
    if (last === undefined || !touches(last, range)) merged.push(range);
    else if (compareMaxes(last, range) < 0) {
      merged[merged.length - 1] = { ...last, max: range.max, includeMax: range.includeMax };
    }
  }
  return merged;
}

/** Whether the second range, which begins no earlier, begins before or where the first one ends. */
function touches(first: VersionRange, second: VersionRange): boolean {
  if (first.max === undefined || second.min === undefined) return true;
  const order = compareVersions(first.max, second.min);
  return order > 0 || (order === 0 && (first.includeMax || second.includeMin));
}

function compareMins(a: VersionRange, b: VersionRange): number {
  if (a.min === undefined || b.min === undefined) {
    return Number(a.min !== undefined) - Number(b.min !== undefined);
  }
  return compareVersions(a.min, b.min) || Number(b.includeMin) - Number(a.includeMin);
}

function compareMaxes(a: VersionRange, b: VersionRange): number {
  if (a.max === undefined || b.max === undefined) {
    return Number(a.max === undefined) - Number(b.max === undefined);
  }
  return compareVersions(a.max, b.max) || Number(a.includeMax) - Number(b.includeMax);
}
