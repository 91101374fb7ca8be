import { compareVersions } from "./compare-versions.ts";
import { afterCaret, afterCompatible, afterTilde, afterWildcard } from "./next-version.ts";
import {
  below,
  exactly,
  firstDevRelease,
  intersectRanges,
  mergeRanges,
  rangeAllows,
  type VersionRange,
} from "./version-range.ts";
import { longestVersion, parseVersion, type Version, versionPattern } from "./version.ts";

/** A set of versions, as Poetry writes it: `^1.2`, `~1`, `>=1,<3`, `1.* || 3.0.0`. */
export interface VersionConstraint {
  readonly text: string;
  /** Disjoint and ascending; none when nothing can satisfy it. */
  readonly ranges: readonly VersionRange[];
  /** The one version that is left out, if the constraint is `!=version`. */
  readonly excluded: Version | undefined;
  /** One exact version, all but one, or open on a side. Only then may a pre-release be selected. */
  readonly simple: boolean;
}

const everything: VersionRange = { includeMin: false, includeMax: false };

/** Reads a constraint; undefined for a text that is none, such as `latest` or `===1.0`. */
export function parseConstraint(text: string): VersionConstraint | undefined {
  if (text.length > longestVersion) return undefined;
  const union: VersionRange[] = [];
  for (const alternative of text.trim().split(/\s*\|\|?\s*/)) {
    const ranges = parseAlternative(alternative);
    if (ranges === undefined) return undefined;
    union.push(...ranges);
  }
  const ranges = mergeRanges(union);
  const excluded = excludedVersion(ranges);
  return { text, ranges, excluded, simple: excluded !== undefined || isSimple(ranges) };
}

/** Whether a constraint is satisfied by a version; says nothing about whether pre-releases are wanted. */
export function constraintAllows(constraint: VersionConstraint, version: Version): boolean {
  const { ranges, excluded } = constraint;
  // Asked of the ranges, `!=1` would leave out `1.post1`, which is above neither of them.
  if (excluded !== undefined) return !rangeAllows(exactly(excluded), version);
  return ranges.some((range) => rangeAllows(range, version));
}

// A comma or spaces separate; not behind an operator, not beside a hyphen, not at the end.
const separator = /(?<!^)(?<![\^~=>< ,]) *(?<!-)[, ](?!-) *(?!,|$)/;

function parseAlternative(text: string): readonly VersionRange[] | undefined {
  let all: readonly VersionRange[] = [everything];
  for (const part of text.replace(/,+$/, "").trimEnd().split(separator)) {
    const ranges = parseSingle(part);
    if (ranges === undefined) return undefined;
    all = all.flatMap((one) => ranges.flatMap((other) => intersectRanges(one, other) ?? []));
  }
  return all;
}

const anything = /^v?[x*](?:\.[x*])*$/i;
const wildcard = /^(?<op>!=|==)?\s*v?(?<version>\d+(?:\.\d+){0,2})(?:\.\*)+$/;
const comparison = new RegExp(
  `^(?<op>~=|~|\\^|<>|!=|>=?|<=?|==?)?\\s*(?<version>${versionPattern}|dev)(?<wildcard>\\.\\*)?$`,
  "i",
);

function parseSingle(text: string): readonly VersionRange[] | undefined {
  if (anything.test(text)) return [everything];
  const groups = (wildcard.exec(text) ?? comparison.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const { op = "", version: versionText = "" } = groups;
  const version = parseVersion(versionText.toLowerCase() === "dev" ? "0.0-dev" : versionText);
  if (version === undefined) return undefined;
  // The first pattern has no such group: what it matches is a wildcard by itself.
  const isWildcard = !("wildcard" in groups) || groups["wildcard"] !== undefined;
  return isWildcard ? wildcardRanges(op, version) : comparisonRanges(op, version);
}

function wildcardRanges(op: string, version: Version): readonly VersionRange[] | undefined {
  if (op.includes("~") || op === "^") return undefined;
  // An ordered comparison ignores the star.
  if (/^[<>]=?$/.test(op)) return comparisonRanges(op, version);
  const min = firstDevRelease(version);
  const after = afterWildcard(version);
  const max = after.dev === undefined ? firstDevRelease(after) : after;
  if (op !== "!=") return [{ min, max, includeMin: true, includeMax: false }];
  return [
    { max: min, includeMin: false, includeMax: false },
    { min: max, includeMin: true, includeMax: false },
  ];
}

function comparisonRanges(op: string, version: Version): readonly VersionRange[] {
  const open = { includeMin: false, includeMax: false };
  switch (op) {
    case "^":
      return [upTo(version, afterCaret(version))];
    case "~":
      return [upTo(version, afterTilde(version))];
    case "~=":
      return [upTo(version, afterCompatible(version))];
    case "<":
      return [below(version)];
    case "<=":
      return [{ ...open, max: version, includeMax: true }];
    case ">":
      return [{ ...open, min: version }];
    case ">=":
      return [{ ...open, min: version, includeMin: true }];
    case "!=":
      return [
        { ...open, max: version },
        { ...open, min: version },
      ];
    default:
      return [exactly(version)];
  }
}

function upTo(min: Version, end: Version): VersionRange {
  return { ...below(end), min, includeMin: true };
}

function isSimple(ranges: readonly VersionRange[]): boolean {
  const [range, ...others] = ranges;
  if (range === undefined) return true;
  if (others.length > 0) return false;
  if (range.min === undefined || range.max === undefined) return true;
  return compareVersions(range.min, range.max) === 0;
}

function excludedVersion(ranges: readonly VersionRange[]): Version | undefined {
  const [lower, upper, ...others] = ranges;
  if (lower?.max === undefined || upper?.min === undefined || others.length > 0) return undefined;
  if (lower.min !== undefined || upper.max !== undefined) return undefined;
  return compareVersions(lower.max, upper.min) === 0 ? upper.min : undefined;
}
