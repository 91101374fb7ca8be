import type { BaselineFile, RunLabel } from "../../record/index.ts";
import { acceptCase } from "./accept-case.ts";
import type { BaselineChange } from "./baseline-change.ts";
import { byName, type RunBaseline } from "./baseline-of-run.ts";
import { baselineText } from "./baseline-text.ts";

type KeptCase = BaselineFile["cases"][number];

/** How a run is accepted. */
export interface AcceptOptions {
  /** Names (`suite/case`) of all cases that the run was for, decided or not. */
  readonly planned: ReadonlySet<string>;
  /** Whether cases of its suites that it was not for are removed. */
  readonly prune: boolean;
}

/** A baseline after a run was accepted. */
export interface AcceptedRun {
  readonly baseline: BaselineFile;
  /** Of every case of the suites of the run, in suite, case order. */
  readonly changes: readonly BaselineChange[];
}

/**
 * What a baseline becomes by a run. No single trial takes a pass out of it, what is undecided changes
 * nothing, and what the run was not for stays.
 */
export function acceptRun(
  before: BaselineFile | undefined,
  now: RunBaseline,
  { planned, prune }: AcceptOptions,
): AcceptedRun {
  const known = new Map((before?.cases ?? []).map((each) => [nameOf(each), withRun(each, before)]));
  const accepted = now.kept.cases.map((each) => acceptCase(known.get(nameOf(each)), each));
  const suites = new Set(now.kept.suites.map(({ suite }) => suite));
  const decided = new Set(now.kept.cases.map(nameOf));
  const others = [...known.values()].filter((each) => !decided.has(nameOf(each)));
  const isGone = (each: KeptCase): boolean => suites.has(each.suite) && !planned.has(nameOf(each));
  const staying = others.filter((each) => !(prune && isGone(each)));
  const cases = [...accepted.map(({ kept }) => kept), ...staying].map((each) =>
    withoutRun(each, now.kept.run),
  );
  const merged = mergedFrame(before, now.kept, cases.toSorted(byName));
  return {
    // A run that says nothing new leaves no trace.
    baseline: before !== undefined && saysTheSame(before, merged) ? before : merged,
    changes: [
      ...accepted.map(({ change }) => change),
      ...now.undecided.map((name) => left(name, "undecided", known.has(name))),
      ...now.quarantined.map((name) => left(name, "quarantined", known.has(name))),
      ...others.filter(isGone).map(({ suite, case: name }): BaselineChange => ({
        suite,
        case: name,
        change: prune ? "pruned" : "gone",
        message: prune ? "it is not in the run" : "it is not in the run; `--prune` removes it",
      })),
    ].toSorted(byName),
  };
}

/** Whether two baselines differ in nothing but the runs that they are from. */
function saysTheSame(before: BaselineFile, after: BaselineFile): boolean {
  return contentOf(before) === contentOf(after);
}

function contentOf(file: BaselineFile): string {
  const cases = file.cases.map((each) => withoutRun(each, each.run ?? ""));
  return baselineText({ ...file, run: "", at: "", cases });
}

function left(name: string, change: "undecided" | "quarantined", isKnown: boolean): BaselineChange {
  const [suite = "", ...rest] = name.split("/");
  const message = isKnown ? "it stays as it was" : "it is not added";
  return { suite, case: rest.join("/"), change, message };
}

/** What is not from the run of the file says which one it is from. */
function withRun(kept: KeptCase, file: BaselineFile | undefined): KeptCase {
  return { ...kept, run: kept.run ?? file?.run ?? "" };
}

function withoutRun(kept: KeptCase, run: string): KeptCase {
  const { run: from, ...rest } = kept;
  return from === undefined || from === run ? rest : { ...rest, run: from };
}

function mergedFrame(
  before: BaselineFile | undefined,
  now: BaselineFile,
  cases: readonly KeptCase[],
): BaselineFile {
  const used = new Set(cases.flatMap((each) => each.judges ?? []));
  const present = new Set(cases.map(({ suite }) => suite));
  const judges = new Map(
    [...(before?.judges ?? []), ...now.judges].map((each) => [each.judge, each]),
  );
  const suites = new Map(
    [...(before?.suites ?? []), ...now.suites].map((each) => [each.suite, each]),
  );
  // Cases of the run before are told apart by nothing else.
  const isMixed = cases.some(({ run }) => run !== undefined);
  return {
    ...now,
    labels: isMixed ? labelsOf([...(before?.labels ?? []), ...now.labels]) : now.labels,
    suites: [...suites.values()]
      .filter(({ suite }) => present.has(suite))
      .toSorted((a, b) => (a.suite < b.suite ? -1 : 1)),
    judges: [...judges.values()]
      .filter(({ judge }) => used.has(judge))
      .toSorted((a, b) => (a.judge < b.judge ? -1 : 1)),
    cases: [...cases],
  };
}

function labelsOf(labels: readonly RunLabel[]): RunLabel[] {
  return [...new Set(labels)].toSorted();
}

/** A case's name within a baseline. */
export function nameOf(of: Pick<KeptCase, "suite" | "case">): string {
  return `${of.suite}/${of.case}`;
}
