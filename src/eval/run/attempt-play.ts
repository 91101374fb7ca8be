import type { Clock } from "../../core/clock.ts";
import { createRedactor } from "../../core/secrets/redactor.ts";
import { renderTemplate } from "../../flow/index.ts";
import type { TrialTape, Usage } from "../../model/index.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { TrialKey } from "../../record/index.ts";
import { createMockRuntime, type Fakes, type ToolRuntime } from "../../tools/index.ts";
import { openPlayer } from "../target/open-player.ts";
import { CallWaits } from "./call-waits.ts";
import { UseWatch } from "./limits/use-watch.ts";
import { type Played, playCase } from "./play-case.ts";
import { costOf } from "./prices.ts";
import type { CasePlan } from "./run-plan.ts";
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
  const { case: testCase, target } = plan;
  const { clock } = world;
  const { maxReplies, maxTurns, maxMs } = testCase.limits;
  const tools = mockTools(plan, clock, fakes);
  const waits = new CallWaits(clock);
  const priced = (usage: Usage): number | null => costOf(usage, clients.agent, world.prices);
  const use = new UseWatch(testCase.limits, priced);
  const measures = {
    fakes,
    spec: (tool: string) => tools.spec(tool),
    costOf: priced,
    get isTimed() {
      return (
        clients.agent.kind !== "replay" && recorder.facts().ledger.cachedReplies("agent") === 0
      );
    },
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
        (hear) =>
          use.player(
            openPlayer(target, {
              testCase,
              key,
              clock,
              network: world.network,
              waits,
              signal: within,
              onEvent: (event) => {
                hear(event);
                recorder.onTargetEvent(event);
                use.onEvent(event);
              },
              engine: {
                tools: use.tools(tools),
                model: use.model(waits.watch(clients.agent)),
                clock: sessionClock(clock, {
                  gitlabNow: testCase.fakes.gitlab?.now,
                  tapeNow: tape?.now ?? world.standingAt,
                }),
                hash: sha256Hex,
                workflowId: workflowId(key),
                trial,
                limits: { maxReplies, maxTurns },
                redact: (text) => redactor.redact(text),
              },
            }),
          ),
        measures,
      ),
    );
    const ending = use.ending ?? endingOfPlay(played, testCase);
    return ending === undefined ? { played } : { played, ending };
  } catch (error) {
    signal?.throwIfAborted();
    const ending = use.ending ?? endingOfError(error);
    if (ending === undefined) throw error;
    return { ending };
  }
}

function mockTools({ case: testCase, suite }: CasePlan, clock: Clock, fakes: Fakes): ToolRuntime {
  return createMockRuntime(testCase.mocks, {
    render: renderTemplate,
    clock,
    unmocked: testCase.unmocked,
    catalog: suite.toolCatalog,
    fakes: fakes.values(),
  });
}

/** A number as the service gives sessions, and the same in every run, so that a replay fits. */
function workflowId({ suite, case: name, target, trial }: TrialKey): string {
  const hash = sha256Hex(JSON.stringify([suite, name, target, trial]));
  return String(Number.parseInt(hash.slice(0, 8), 16));
}
