import { clip } from "../../../core/text/clip.ts";
import { printable } from "../../../core/text/printable.ts";
import type {
  CaseRecord,
  PlannedSuite,
  RunRecord,
  RunStarted,
  TrialKey,
} from "../../../record/index.ts";

/** Nobody reads a longer name, and a page repeats names. */
const maxName = 300;

/** A name of foreign origin as the page shows it, wherever that is: links and rows must agree on it. */
export function shownName(name: string): string {
  return printable(clip(name, maxName));
}

/** What a trial belongs to, by the names that are shown. */
export function shownKey<T extends Omit<TrialKey, "trial">>(key: T): T {
  return {
    ...key,
    suite: shownName(key.suite),
    case: shownName(key.case),
    target: shownName(key.target),
  };
}

/** A run with its names as they are shown. */
export function shownRecord(record: RunRecord): RunRecord {
  return {
    ...record,
    started: shownStart(record.started),
    cases: record.cases.map((each): CaseRecord => {
      return { ...shownKey(each), tags: each.tags.map(shownName) };
    }),
  };
}

function shownStart(started: RunStarted): RunStarted {
  return {
    ...started,
    run: shownName(started.run),
    ...(started.judges !== undefined && {
      judges: started.judges.map((judge) => ({ ...judge, name: shownName(judge.name) })),
    }),
    suites: started.suites.map(shownSuite),
    plan: started.plan.map(shownKey),
  };
}

function shownSuite(suite: PlannedSuite): PlannedSuite {
  return {
    ...suite,
    suite: shownName(suite.suite),
    targets: suite.targets.map((each) => ({ ...each, target: shownName(each.target) })),
    agentModel: shownName(suite.agentModel),
    judgeModel: shownName(suite.judgeModel),
  };
}
