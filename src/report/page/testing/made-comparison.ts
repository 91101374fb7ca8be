import { compareSystems, parseGate, systemOfRun } from "../../../compare/index.ts";
import type {
  CaseRecord,
  Outcome,
  TranscriptStep,
  TrialRecord,
  TrialTranscript,
} from "../../../record/index.ts";
import type { ComparisonInput } from "../../comparison/comparison-reporter.ts";
import type { RunInput } from "../../report-input.ts";
import { madeInput, type MadeRun } from "./made-input.ts";

/** Two made-up runs over the same cases and what is to be said of them, the same each time: for tests of the page. */
export function madeComparison(made: Omit<MadeRun, "run">): ComparisonInput {
  const a = planned(madeInput({ ...made, run: "run-a" }));
  const b = changedRun(planned(madeInput({ ...made, run: "run-b" })));
  const gates = ["pass_rate.not_worse_than=0.05", "latency.ratio_at_most=1.5"].map(parseGate);
  const systems = [a, b].map(({ record }) => systemOfRun(record, "default"));
  const [left, right] = systems;
  if (left === undefined || right === undefined) throw new TypeError("there are two systems");
  return { comparison: compareSystems(left, right, { gates }), a, b };
}

/** With a plan: both runs ask the same. */
function planned(input: RunInput): RunInput {
  const { record } = input;
  const plan = record.cases.map(({ suite, case: id, target, require, critical, tags }) => {
    const hash = "0".repeat(64);
    return {
      suite,
      case: id,
      target,
      trials: require,
      require,
      critical,
      tags,
      hash,
      question: hash,
    };
  });
  return { ...input, record: { ...record, started: { ...record.started, plan } } };
}

/** Every eighth case is broken, some are mended, each takes another time, and other things are done. */
function changedRun(input: RunInput): RunInput {
  const places = new Map<string, number>();
  const cases = input.record.cases.map((each, index): CaseRecord => {
    places.set(`${each.suite}/${each.case}`, index);
    const outcome: Outcome =
      index % 8 === 4 ? "fail" : index % 20 === 9 ? "pass" : (each.outcome ?? "pass");
    const trials = each.trials.map((trial): TrialRecord => {
      const changed = outcome === each.outcome ? trial.outcome : outcome;
      return {
        ...trial,
        outcome: changed,
        activeMs: Math.round(trial.activeMs * (0.8 + ((index * 37) % 50) / 50)),
      };
    });
    return { ...each, outcome, trials };
  });
  const transcripts = input.transcripts.map((each): TrialTranscript => {
    const place = places.get(`${each.suite}/${each.case}`) ?? 0;
    return { ...each, steps: changedSteps(each.steps, place) };
  });
  return { ...input, record: { ...input.record, cases }, transcripts };
}

/** By turns: the same, other arguments, a call more, another answer. */
function changedSteps(steps: readonly TranscriptStep[], place: number): readonly TranscriptStep[] {
  return steps.flatMap((step): readonly TranscriptStep[] => {
    if (step.type === "call" && place % 4 === 1) {
      return [{ ...step, args: { text: `{"query":"state = closed"}` } }];
    }
    if (step.type === "call" && place % 4 === 2) {
      return [{ ...step, tool: "get_glql_schema", args: { text: "{}" } }, step];
    }
    if (step.type === "reply" && step.answers !== undefined && place % 4 !== 3) {
      return [{ ...step, text: { text: `${step.text.text} That is all.` } }];
    }
    return [step];
  });
}
