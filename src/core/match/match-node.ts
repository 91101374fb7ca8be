import type { JsonValue } from "../json.ts";

export type Path = readonly (string | number)[];

/** A difference before it is put into words. */
export interface Difference {
  readonly path: Path;
  readonly expected: string;
  readonly actual: JsonValue | undefined;
  /** What to say about the actual value instead of showing it. */
  readonly note?: string;
  /** How many single expectations it stands for. */
  readonly weight: number;
  /** A limit kept us from looking: neither the expectation nor its opposite has been shown. */
  readonly undecided?: true;
}

/** A part of a compiled matcher. */
export interface MatchNode {
  /** How many single expectations it holds: the distance of a value that has nothing in common with it. */
  readonly size: number;
  /** What it wants, in a few words. */
  readonly expected: string;
  differences(value: JsonValue | undefined, path: Path): readonly Difference[];
}

/** A node of a single expectation that either holds or does not. */
export function leaf(
  expected: string,
  holds: (value: JsonValue | undefined) => boolean,
): MatchNode {
  return {
    size: 1,
    expected,
    differences: (actual, path) => (holds(actual) ? [] : [{ path, expected, actual, weight: 1 }]),
  };
}

/** Whether a value could not be looked at to the end. */
export function isUndecided(differences: readonly Difference[]): boolean {
  return differences.some(({ undecided }) => undecided === true);
}
