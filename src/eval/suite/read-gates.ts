import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { PlannedGate, PlannedGates } from "../../record/index.ts";
import type { Target } from "../target/target.ts";
import type { SuiteReader } from "./suite-reader.ts";
import type { SuiteCase } from "./suite.ts";

/** The rest of the suite, which gates speak of. */
interface GatesFrame {
  readonly reader: SuiteReader;
  readonly targets: readonly Target[];
  readonly cases: readonly SuiteCase[];
}

const rules = ["not_worse_than", "at_least", "ratio_at_most"] as const;

/** Reads a `gates:` block; what does not have its form is left out, which the schema tells. */
export function readGates(
  value: JsonValue | undefined,
  frame: GatesFrame,
): PlannedGates | undefined {
  if (!isJsonObject(value)) return undefined;
  const { against, together, ...metrics } = value;
  const gates = Object.entries(metrics).flatMap(([metric, written]) => {
    return isJsonObject(written) ? gatesOf(metric, written) : [];
  });
  if (typeof against === "string") checkAgainst(against, frame);
  if (Object.keys(metrics).length === 0 && against !== undefined) {
    frame.reader.add({
      path: ["gates"],
      code: "EVAL_NOTHING_TO_CHECK",
      message: "`gates` asks for nothing",
      hint: "write a metric with a rule, as in `pass_rate: { at_least: 0.8 }`",
    });
  }
  checkScores(Object.keys(metrics), frame);
  const isRelative = gates.some(({ rule }) => rule !== "at_least");
  if (together !== undefined && against === undefined && isRelative) {
    frame.reader.add({
      path: ["gates", "together"],
      code: "EVAL_GATES_INVALID",
      message: "gates that are judged together have no baseline to be held against",
      hint: "a baseline is a suite's own: name a target in `against`, or leave `together` out",
    });
  }
  return {
    ...(typeof against === "string" && { against }),
    ...(typeof together === "string" && { together }),
    rules: gates,
  };
}

function gatesOf(metric: string, written: JsonObject): readonly PlannedGate[] {
  return Object.entries(written).flatMap(([name, bound]) => {
    const rule = rules.find((each) => each === name);
    return rule === undefined || typeof bound !== "number" ? [] : [{ metric, rule, bound }];
  });
}

function checkAgainst(against: string, { reader, targets }: GatesFrame): void {
  const names = targets.map(({ name }) => name);
  // A target that could not be read has been told, and may be the one that is meant.
  if (names.length === 0) return;
  const others = names.filter((name) => name !== against);
  if (names.includes(against) && others.length > 0) return;
  const isAlone = names.includes(against);
  reader.add({
    path: ["gates", "against"],
    code: "EVAL_GATES_INVALID",
    message: isAlone
      ? `"${against}" is the only target: nothing is left to hold against it`
      : `there is no target "${against}"`,
    hint: isAlone
      ? "name another one under `targets`, or leave it out and accept a baseline"
      : didYouMean(against, names),
  });
}

function checkScores(metrics: readonly string[], { reader, cases }: GatesFrame): void {
  const known = gradedRubrics(cases);
  for (const metric of metrics) {
    const prefix = "score.";
    const rubric = metric.slice(prefix.length);
    if (!metric.startsWith(prefix) || rubric === "" || known.includes(rubric)) continue;
    reader.add({
      path: ["gates", metric],
      atKey: true,
      code: "EVAL_GATES_INVALID",
      message: `no case is graded by a rubric "${rubric}"`,
      hint:
        known.length === 0
          ? "grade the cases with the check `rubric`, or leave the gate out"
          : didYouMean(rubric, known),
    });
  }
}

/** Names of the rubrics that grade a case, sorted. */
export function gradedRubrics(cases: readonly SuiteCase[]): readonly string[] {
  return [...new Set(cases.flatMap(rubricsOf))].toSorted();
}

function rubricsOf({ turns, checks }: SuiteCase): readonly string[] {
  return [...turns.flatMap((turn) => turn.checks), ...checks].flatMap(({ prepared }) => {
    if (prepared.type !== "judged") return [];
    return (prepared.rubrics ?? []).map(({ rubric }) => rubric.name);
  });
}
