import type { RescoreOptions } from "./rescore-options.ts";
import type { PlannedRescore, RescoredCase } from "./rescore-plan.ts";
import type { StoredRun } from "./stored-run.ts";

const redacted = "[REDACTED]";

/** What a reader should know of how a run is judged again; one line each. */
export function rescoreNotices(
  { record }: Pick<StoredRun, "record">,
  cases: readonly RescoredCase[],
  { suites, recorded }: Pick<RescoreOptions, "suites" | "recorded">,
): readonly string[] {
  return [
    ...(recorded ? [] : missingSuites(cases, suites)),
    ...cases.flatMap((each) => (recorded ? [] : changesOf(each, suites))),
    ...staying(cases.flatMap(({ trials }) => trials)),
    ...missingTrials(record.end, cases),
  ];
}

/** Suites and cases of which only what was recorded is known. */
function missingSuites(
  cases: readonly RescoredCase[],
  suites: RescoreOptions["suites"],
): readonly string[] {
  const here = new Map(suites.map((suite) => [suite.id, new Set(suite.cases.map(({ id }) => id))]));
  const gone = new Set(
    cases.flatMap(({ planned: { suite, case: id } }) => {
      if (here.get(suite)?.has(id) === true) return [];
      return [here.has(suite) ? `case ${suite} › ${id}` : `suite ${suite}`];
    }),
  );
  return [...gone].map(
    (name) => `the ${name} is not there any more: it is judged by the recorded criteria`,
  );
}

/** What of a case is not what it was in the run, and cannot be found out without the agent. */
function changesOf(
  { planned: { suite, case: id }, trials }: RescoredCase,
  suites: RescoreOptions["suites"],
): readonly string[] {
  const testCase = suites.find((each) => each.id === suite)?.cases.find((each) => each.id === id);
  const first = trials.find(({ checks }) => checks !== undefined);
  if (testCase === undefined || first === undefined) return [];
  const { exchanges = [], finished } = first.stored;
  const asked = exchanges.map(({ user }) => user);
  const isAsked = testCase.turns.every(({ user }, turn) => {
    const said = asked[turn];
    return said === undefined || said === user || said.includes(redacted);
  });
  const known = new Set(finished.record.checks.map((check) => check.id));
  const judged = new Set(first.checks?.judged.map((check) => check.id));
  const added = (first.checks?.order ?? []).filter(
    (check) => !known.has(check) && !judged.has(check),
  );
  return [
    ...(isAsked && asked.length === testCase.turns.length
      ? []
      : [`${suite} › ${id} asks something else now: what is judged is what was recorded`]),
    ...(added.length === 0
      ? []
      : [`${suite} › ${id}: ${added.join(", ")} cannot be held against a record; run it again`]),
  ];
}

/** Trials that no judge is asked about, by what they came to. */
function staying(trials: readonly PlannedRescore[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { stored, checks } of trials) {
    const { outcome } = stored.finished.record;
    if (checks === undefined) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts].map(([outcome, amount]) => {
    const which = amount === 1 ? "1 trial that ended in" : `${amount} trials that ended in`;
    return `${which} ${outcome} ${amount === 1 ? "stays as it is" : "stay as they are"}: nothing of it is judged`;
  });
}

function missingTrials(
  end: StoredRun["record"]["end"],
  cases: readonly RescoredCase[],
): readonly string[] {
  const planned = cases.reduce((sum, each) => sum + each.planned.trials, 0);
  const there = cases.reduce((sum, { trials }) => sum + trials.length, 0);
  if (there === planned) return [];
  const missing = `${planned - there} of ${planned} trials are missing`;
  return end === "done"
    ? [`${missing}, as they could change nothing then: a case that needs them now has no outcome`]
    : [`the run did not come to its end: ${missing}`];
}
