import type { CasePair } from "../../src/eval/index.ts";

/** A case as `eval list` shows it, with the targets that it would be run with. */
export type ListedCase = {
  readonly case: string;
  readonly file: string;
  readonly line?: number;
  readonly targets: readonly string[];
  readonly tags: readonly string[];
  readonly trials: number;
  readonly require: number;
  readonly critical: boolean;
  readonly checks: number;
  /** Of the checks, those that a judge assesses. */
  readonly judged: number;
};

/** A suite as `eval list` shows it. */
export type ListedSuite = {
  readonly suite: string;
  readonly file: string;
  readonly targets: readonly {
    readonly target: string;
    /** Left out for a flow. */
    readonly kind?: string;
    readonly flow: string;
    readonly version: string;
    readonly model?: string;
  }[];
  readonly cases: readonly ListedCase[];
};

/** What `eval list --format json` prints. */
export type Listing = {
  readonly schemaVersion: 1;
  readonly suites: readonly ListedSuite[];
  /** Trials are those of all cases with all their targets. */
  readonly counts: { readonly suites: number; readonly cases: number; readonly trials: number };
};

/** Puts together what is listed of each suite. */
export function listing(pairs: readonly CasePair[]): Listing {
  const suites = [...grouped(pairs, ({ suite }) => suite).values()].map(listedSuite);
  return {
    schemaVersion: 1,
    suites,
    counts: {
      suites: suites.length,
      cases: suites.reduce((sum, { cases }) => sum + cases.length, 0),
      trials: pairs.reduce((sum, pair) => sum + pair.case.trials, 0),
    },
  };
}

function listedSuite(pairs: readonly [CasePair, ...CasePair[]]): ListedSuite {
  const [{ suite }] = pairs;
  const targets = new Set(pairs.map(({ target }) => target));
  return {
    suite: suite.id,
    file: suite.file,
    targets: [...targets].map(({ kind, name, reference, version, model }) => ({
      target: name,
      ...(kind !== "flow" && { kind }),
      flow: reference,
      version,
      ...(model !== undefined && { model }),
    })),
    cases: [...grouped(pairs, (pair) => pair.case).values()].map(listedCase),
  };
}

function listedCase(pairs: readonly [CasePair, ...CasePair[]]): ListedCase {
  const [{ suite, case: each }] = pairs;
  const checks = [...each.turns.flatMap((turn) => turn.checks), ...each.checks];
  const { id, place, tags, trials, require, critical } = each;
  return {
    case: id,
    file: place?.file ?? suite.file,
    ...(place?.line !== undefined && { line: place.line }),
    targets: pairs.map(({ target }) => target.name),
    tags,
    trials,
    require,
    critical,
    checks: checks.length,
    judged: checks.filter(({ prepared }) => prepared.type === "judged").length,
  };
}

function grouped<K>(
  pairs: readonly CasePair[],
  keyOf: (pair: CasePair) => K,
): ReadonlyMap<K, [CasePair, ...CasePair[]]> {
  const groups = new Map<K, [CasePair, ...CasePair[]]>();
  for (const pair of pairs) {
    const group = groups.get(keyOf(pair));
    if (group === undefined) groups.set(keyOf(pair), [pair]);
    else group.push(pair);
  }
  return groups;
}
