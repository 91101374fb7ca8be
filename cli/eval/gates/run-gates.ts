import { resolve } from "node:path";
import { parseBaseline, parseGate } from "../../../src/compare/index.ts";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { didYouMean } from "../../../src/core/text/suggest.ts";
import { gatesOf, gradedRubrics, needsBaseline, type Suite } from "../../../src/eval/index.ts";
import { shownPath } from "../../../src/platform/index.ts";
import type { PlannedBaseline, PlannedGate } from "../../../src/record/index.ts";
import type { CliContext } from "../../context.ts";
import { baselinePath } from "../baseline/baseline-path.ts";
import type { GateFlags } from "./gate-flags.ts";

/** What a command line demands of the suites of a run. */
export interface RunGatesOptions {
  readonly gates: readonly PlannedGate[];
  /** By the ids of suites; only of those whose gates need it. */
  readonly baselines: ReadonlyMap<string, PlannedBaseline>;
  readonly strict: boolean;
  /** What of the command line means nothing to a suite; one line each. */
  readonly unused: readonly string[];
}

/** @throws AppError COMPARE_GATE_INVALID where a `--gate` cannot be read. */
export function parseGates({ gate = [] }: GateFlags): readonly PlannedGate[] {
  return gate.map(parseGate);
}

/**
 * Reads what the gates of suites are held against.
 *
 * @throws AppError or AppErrors where a gate or a baseline cannot be read, or there is no file of that name.
 */
export async function runGates(
  suites: readonly Suite[],
  flags: GateFlags,
  context: Pick<CliContext, "cwd" | "files">,
): Promise<RunGatesOptions> {
  const gates = parseGates(flags);
  checkRubrics(gates, suites);
  const baselines = new Map<string, PlannedBaseline>();
  const read = new Map<string, Promise<PlannedBaseline | undefined>>();
  const unused: string[] = [];
  for (const suite of suites) {
    if (!needsBaseline(gatesOf(suite, gates))) {
      if (flags.baseline !== undefined) unused.push(unusedText(suite));
      continue;
    }
    const path = flags.baseline ?? baselinePath(suite);
    const baseline = read.get(path) ?? readKept(path, context);
    read.set(path, baseline);
    const kept = await baseline;
    if (kept !== undefined) baselines.set(suite.id, kept);
    else if (flags.baseline !== undefined) throw missing(path);
  }
  return { gates, baselines, strict: flags.strict === true, unused };
}

/** A gate on grades that nobody gives would be undecided for ever. */
function checkRubrics(gates: readonly PlannedGate[], suites: readonly Suite[]): void {
  const prefix = "score.";
  const scored = gates.filter(({ metric }) => metric.startsWith(prefix));
  if (scored.length === 0) return;
  const known = gradedRubrics(suites.flatMap(({ cases }) => cases));
  for (const { metric } of scored) {
    const rubric = metric.slice(prefix.length);
    if (known.includes(rubric)) continue;
    const message = `gate "${metric}": no case is graded by a rubric "${rubric}"`;
    throw new AppError("COMPARE_GATE_INVALID", message, {
      hint: known.length === 0 ? "leave the gate out" : didYouMean(rubric, known),
    });
  }
}

function unusedText({ id, gates }: Suite): string {
  const against = gates?.against;
  const why =
    against === undefined
      ? "no gate of it needs one; add one with --gate pass_rate.not_worse_than=0.05"
      : `its gates hold targets against "${against}"`;
  return `--baseline means nothing to the suite "${id}": ${why}`;
}

async function readKept(
  path: string,
  { cwd, files }: Pick<CliContext, "cwd" | "files">,
): Promise<PlannedBaseline | undefined> {
  const file = shownPath(resolve(cwd, path), cwd);
  const text = await files.read(resolve(cwd, path));
  return text === undefined ? undefined : { file, kept: await parseBaseline(text, file) };
}

function missing(path: string): AppError {
  return new AppError("FILE_NOT_FOUND", `there is no baseline ${path}`, {
    hint: "`flowproof eval baseline accept` writes one",
  });
}
