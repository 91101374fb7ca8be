import { AppError, throwAll } from "../../../src/core/errors/app-error.ts";
import { createRedactor } from "../../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../../src/core/secrets/secret-values.ts";
import { expectedErrors, type RunPlan, type Suite } from "../../../src/eval/index.ts";
import {
  type Cassette,
  CassettePlayer,
  fullName,
  parseCassette,
  replayedModel,
  trialName,
} from "../../../src/model/index.ts";
import type { CliContext } from "../../context.ts";
import {
  type CassettePlace,
  cassettePath,
  checkCassettePath,
  shownCassette,
} from "./cassette-path.ts";
import type { RunTapes } from "./run-tapes.ts";

/** The recordings of some suites. */
export interface Recordings {
  readonly place: CassettePlace;
  readonly cassettes: ReadonlyMap<string, Cassette>;
}

/**
 * Reads the cassettes of suites, as far as there are any.
 *
 * @throws AppError or AppErrors with everything that is wrong with them.
 */
export async function readRecordings(
  suites: readonly Pick<Suite, "id">[],
  place: CassettePlace,
  { files }: Pick<CliContext, "files">,
): Promise<Recordings> {
  const cassettes = new Map<string, Cassette>();
  const errors: AppError[] = [];
  for (const { id } of suites) {
    const shown = shownCassette(place, id);
    try {
      const text = await files.read(cassettePath(place, id));
      if (text === undefined) continue;
      const cassette = await parseCassette(text, shown);
      if (cassette.suite === id) cassettes.set(id, cassette);
      else if (suites.length === 1) errors.push(ofAnother(cassette, id, shown));
    } catch (error) {
      errors.push(...expectedErrors(error));
    }
  }
  throwAll(errors);
  return { place, cassettes };
}

function ofAnother({ suite }: Cassette, id: string, file: string): AppError {
  return new AppError(
    "CASSETTE_INVALID",
    `this is the cassette of suite "${suite}", not of "${id}"`,
    {
      place: { file },
    },
  );
}

/** What a replay is of where nothing was recorded; `openReplay` says so, or no model is asked at all. */
const nobody = "replay/nobody";

/** The models that a target of a suite was recorded with. */
export function recordedModels(
  { cassettes }: Recordings,
  suite: string,
  target: string,
): RecordedModels {
  const trials = (cassettes.get(suite)?.trials ?? []).filter((trial) => trial.target === target);
  const calls = trials.flatMap((trial) => trial.calls);
  const agent = calls.find(({ role }) => role === "agent")?.model ?? nobody;
  const asked = calls.filter(({ role }) => role === "judge").map(({ model }) => model);
  const judges = [...new Set(asked)];
  const [judge] = judges;
  if (judge === undefined) return { agent };
  return judges.length === 1 ? { agent, judge } : { agent, judge: judges.join(", "), judges };
}

interface RecordedModels {
  readonly agent: string;
  readonly judge?: string;
  /** Of a panel. */
  readonly judges?: readonly string[];
}

/**
 * Makes ready to replay a plan.
 *
 * @throws AppErrors for every suite without a cassette.
 */
export function openReplay(
  { place, cassettes }: Recordings,
  plan: RunPlan,
  { env }: Pick<CliContext, "env">,
): RunTapes {
  checkCassettePath(place, plan);
  throwAll(
    plan.suites
      .filter(({ suite }) => !cassettes.has(suite))
      .map(({ suite }) => {
        return new AppError(
          "FILE_NOT_FOUND",
          `there is no cassette ${shownCassette(place, suite)}`,
          {
            hint: `record it: flowproof eval run --record ${place.path}`,
          },
        );
      }),
  );
  const redactor = createRedactor({ known: secretValuesFromEnv(env) });
  const used = plan.suites.flatMap(({ suite }) => cassettes.get(suite) ?? []);
  const player = new CassettePlayer(used, redactor);
  return {
    tapes: player,
    createModel: (name) => Promise.resolve(replayedModel(fullName(name))),
    close: () => Promise.resolve(unusedNotes(player, plan)),
  };
}

const maxNotes = 10;

/** What was recorded and is not asked for any more; of a part of the cases, only of the trials that were played. */
function unusedNotes(player: CassettePlayer, { selection }: RunPlan): readonly string[] {
  const notes = player
    .unused()
    .filter(({ isPlayed }) => isPlayed || selection === undefined)
    .map(({ suite, trial, replies, isPlayed }) => {
      const name = trialName(suite, trial);
      if (!isPlayed) return `recorded, but not in this run: ${name}`;
      return `not asked for any more: ${replies} of ${trial.calls.length} recorded replies of ${name}`;
    });
  const more = notes.length - maxNotes;
  return more > 0 ? [...notes.slice(0, maxNotes), `and ${more} more such trials`] : notes;
}
