import { dirname } from "node:path";
import { createRedactor } from "../../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../../src/core/secrets/secret-values.ts";
import type { RunPlan } from "../../../src/eval/index.ts";
import {
  type Cassette,
  CassetteRecorder,
  type CassetteTrial,
  maxCassetteChars,
  trialName,
  writeCassette,
} from "../../../src/model/index.ts";
import { ensureFolder, writeAtomic } from "../../../src/platform/index.ts";
import { count } from "../../../src/report/index.ts";
import type { CliContext } from "../../context.ts";
import {
  type CassettePlace,
  cassettePath,
  checkCassettePath,
  shownCassette,
} from "./cassette-path.ts";
import { readRecordings } from "./replay.ts";
import type { RunTapes } from "./run-tapes.ts";

/**
 * Makes ready to record a run. Recordings of trials that are not run now stay, as long as their suite has
 * such trials.
 *
 * @throws AppError or AppErrors when what is there cannot be read, or the folder cannot be written.
 */
export async function openRecording(
  plan: RunPlan,
  place: CassettePlace,
  context: Pick<CliContext, "files" | "env">,
): Promise<RunTapes> {
  checkCassettePath(place, plan);
  const ids = plan.suites.map(({ suite }) => ({ id: suite }));
  const { cassettes: known } = await readRecordings(ids, place, context);
  for (const { id } of ids) await ensureFolder(dirname(cassettePath(place, id)));
  const recorder = new CassetteRecorder(
    createRedactor({ known: secretValuesFromEnv(context.env) }),
  );
  return {
    tapes: recorder,
    async close() {
      const notes: string[] = [];
      for (const { suite, trials } of recorder.cassettes()) {
        const kept = stillThere(known.get(suite)?.trials ?? [], suite, plan).filter(
          (old) => !trials.some((trial) => isSame(old, trial)),
        );
        notes.push(...(await save({ suite, trials: [...kept, ...trials] }, trials.length, place)));
      }
      return [...notes, ...flawNotes(recorder)];
    },
  };
}

async function save(
  cassette: Cassette,
  recorded: number,
  place: CassettePlace,
): Promise<readonly string[]> {
  const text = writeCassette(cassette);
  const shown = shownCassette(place, cassette.suite);
  await writeAtomic(cassettePath(place, cassette.suite), text);
  const note = `recorded ${count(recorded, "trial")} in ${shown}`;
  if (text.length <= maxCassetteChars) return [note];
  return [note, `${shown} is too large to be replayed: split the suite, or run fewer trials`];
}

/** Trials that the suite has, whether they are run now or not. */
function stillThere(
  trials: readonly CassetteTrial[],
  suite: string,
  { cases }: RunPlan,
): readonly CassetteTrial[] {
  const planned = cases.find((each) => each.planned.suite === suite)?.suite;
  if (planned === undefined) return trials;
  const counts = new Map(planned.cases.map((each) => [each.id, each.trials]));
  const targets = new Set(planned.targets.map(({ name }) => name));
  return trials.filter(({ case: name, target, trial }) => {
    return targets.has(target) && trial < (counts.get(name) ?? 0);
  });
}

function isSame(a: CassetteTrial, b: CassetteTrial): boolean {
  return a.case === b.case && a.target === b.target && a.trial === b.trial;
}

function flawNotes({ lost, withSecrets }: CassetteRecorder): readonly string[] {
  const secrets = withSecrets.map(({ suite, ...key }) => {
    return `a secret was replaced in what a model said, so a replay may come out otherwise: ${trialName(suite, key)}`;
  });
  const flaws = lost.map(({ trial: { suite, ...key }, reason }) => {
    return `not recorded: ${trialName(suite, key)}: ${reason}`;
  });
  return [...flaws, ...secrets].toSorted();
}
