import type { ModelClient, TrialTape } from "../../model/index.ts";
import type { TrialKey, TrialRecord } from "../../record/index.ts";
import { createFakes } from "../../tools/index.ts";
import { type Assessed, assessTrial } from "./assess-trial.ts";
import { type Attempt, attemptPlay } from "./attempt-play.ts";
import type { RoleClients } from "./role-clients.ts";
import { trialRecordOf } from "./trial-record-of.ts";
import { TrialRecorder } from "./trial-recorder.ts";
import type { TrialWork } from "./trial-work.ts";

/**
 * Runs one trial from its first event to its last. What ends this trial alone is in its record.
 *
 * @throws whatever ends the whole run: a refused key, a full disk, a defect, the signal's reason.
 */
export async function runTrial(work: TrialWork): Promise<TrialRecord> {
  const played = await playTrial(work);
  return played.finish(played.assessed);
}

/** A trial that was played and held against what its case expects, and is not recorded yet. */
export interface PlayedTrial {
  readonly attempt: Attempt;
  readonly assessed: Assessed;
  /** Holds other checks against it: those of the checkpoints that are given. */
  assess(attempt: Attempt): Promise<Assessed>;
  /** Decides it by these checks, and emits its last event. */
  finish(assessed: Assessed): TrialRecord;
}

/** Runs one trial up to its last event, which is for whoever has more to ask of it. */
export async function playTrial(given: TrialWork): Promise<PlayedTrial> {
  const { plan, trial, world } = given;
  const { suite, case: name, target } = plan.planned;
  const key: TrialKey = { suite, case: name, target, trial };
  const tape = world.tapes?.open({ ...key, now: world.standingAt ?? world.clock.now() });
  const clients = tapedClients(clientsFor(key, given.clients), tape);
  const work = { ...given, clients };
  const now = (): string => new Date(world.clock.now()).toISOString();
  const recorder = new TrialRecorder(key, clients.agent, world.emit);
  world.emit({ type: "trial_started", ...key, at: now() });
  const fakes = createFakes(plan.case.fakes);
  const attempt = await attemptPlay({ ...work, key, fakes, tape }, recorder);
  const apiRequests = fakes.requests;
  return {
    attempt,
    assessed: await assessTrial(work, attempt, recorder),
    assess: (other) => assessTrial(work, other, recorder),
    finish(assessed) {
      const record = trialRecordOf(work, { ...attempt, ...assessed, apiRequests }, recorder);
      const { exchanges, earlier = [] } = attempt.played ?? {};
      const said = {
        ...(exchanges !== undefined && { exchanges }),
        ...(earlier.length > 0 && { earlier }),
      };
      world.emit({ type: "trial_finished", ...key, at: now(), record, ...said });
      tape?.finish();
      return record;
    },
  };
}

/** The same clients, which know this trial from others. */
function clientsFor(
  { suite, case: id, target, trial }: TrialKey,
  clients: RoleClients,
): RoleClients {
  const name = JSON.stringify([suite, id, target, trial]);
  const own = (client: ModelClient): ModelClient => client.forTrial?.(name) ?? client;
  return { agent: own(clients.agent), judges: clients.judges.map(own) };
}

/** The same clients, with the tape between them and the trial. */
function tapedClients({ agent, judges }: RoleClients, tape: TrialTape | undefined): RoleClients {
  return tape === undefined
    ? { agent, judges }
    : { agent: tape.client(agent), judges: judges.map((judge) => tape.client(judge)) };
}
