import { createRedactor } from "../../core/secrets/redactor.ts";
import { renderTemplate } from "../../flow/index.ts";
import type { TrialTape, Usage } from "../../model/index.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { TrialKey } from "../../record/index.ts";
import { createMockRuntime, type Fakes } from "../../tools/index.ts";
import { CallWaits } from "./call-waits.ts";
import { type Played, playCase } from "./play-case.ts";
import { costOf } from "./prices.ts";
import { sessionClock } from "./session-clock.ts";
import { withTimeLimit } from "./time-limit.ts";
import { type Ending, endingOfError, endingOfPlay } from "./trial-ending.ts";
import type { TrialRecorder } from "./trial-recorder.ts";
import type { TrialWork } from "./trial-work.ts";

/** By their looks alone: which secrets this machine knows must not decide what a model reads. */
const redactor = createRedactor({ known: [] });

/** What came of playing a case: how it went, and what ended it before its checks could decide. */
export interface Attempt {
  readonly played?: Played;
  readonly ending?: Ending;
}

interface Play extends TrialWork {
  readonly key: TrialKey;
  readonly fakes: Fakes;
  readonly tape: TrialTape | undefined;
}

/**
 * Plays a case under its time limit.
 *
 * @throws whatever is not for a trial to survive.
 */
export async function attemptPlay(
  { plan, trial, clients, world, signal, key, fakes, tape }: Play,
  recorder: TrialRecorder,
): Promise<Attempt> {
  const { case: testCase, target, suite } = plan;
  const { clock } = world;
  const { maxReplies, maxMs } = testCase.limits;
  const { mocks, unmocked } = testCase;
  const { gitlab } = testCase.fakes;
  const { toolCatalog: catalog } = suite;
  const tools = createMockRuntime(mocks, {
    render: renderTemplate,
    clock,
    unmocked,
    catalog,
    fakes: fakes.values(),
  });
  const waits = new CallWaits(clock);
  const measures = {
    costOf: (usage: Usage) => costOf(usage, clients.agent, world.prices),
    isTimed: clients.agent.kind !== "replay",
  };
  const limit = {
    clock,
    maxMs,
    signal,
    waitedMs: () => waits.waitedMs,
    failureWithin: (ms: number, within: AbortSignal) => waits.failureWithin(ms, within),
  };
  try {
    const played = await withTimeLimit(limit, (within) =>
      playCase(
        testCase,
        {
          flow: target.flow,
          tools,
          model: waits.watch(clients.agent),
          clock: sessionClock(clock, { gitlabNow: gitlab?.now, tapeNow: tape?.now }),
          hash: sha256Hex,
          workflowId: workflowId(key),
          trial,
          limits: { maxReplies },
          redact: (text) => redactor.redact(text),
          registries: target.registries,
          ...target.session,
          onEvent: recorder.onEngineEvent,
          signal: within,
        },
        { ...measures, fakes },
      ),
    );
    const ending = endingOfPlay(played, testCase);
    return ending === undefined ? { played } : { played, ending };
  } catch (error) {
    signal?.throwIfAborted();
    const ending = endingOfError(error);
    if (ending === undefined) throw error;
    return { ending };
  }
}

/** A number as the service gives sessions, and the same in every run, so that a replay fits. */
function workflowId({ suite, case: name, target, trial }: TrialKey): string {
  const hash = sha256Hex(JSON.stringify([suite, name, target, trial]));
  return String(Number.parseInt(hash.slice(0, 8), 16));
}
