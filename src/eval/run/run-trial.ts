import { createRedactor } from "../../core/secrets/redactor.ts";
import { renderTemplate } from "../../flow/index.ts";
import type { ModelClient, TrialTape, Usage } from "../../model/index.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { CheckRecord, TrialKey, TrialRecord } from "../../record/index.ts";
import { type ApiRequest, createFakes, createMockRuntime, type Fakes } from "../../tools/index.ts";
import { CallWaits } from "./call-waits.ts";
import { decideOutcome } from "./decide-outcome.ts";
import { decidedRecord } from "./decided-record.ts";
import type { EvalWorld } from "./eval-world.ts";
import { judgeTrial } from "./judge-trial.ts";
import { unjudged } from "./judged-records.ts";
import { type NumberedCheck, numberChecks } from "./number-checks.ts";
import { type Played, playCase } from "./play-case.ts";
import { addCosts, costOf } from "./prices.ts";
import type { CasePlan } from "./run-plan.ts";
import { sessionClock } from "./session-clock.ts";
import { withTimeLimit } from "./time-limit.ts";
import { type Ending, endingOfError, endingOfPlay } from "./trial-ending.ts";
import { TrialRecorder } from "./trial-recorder.ts";
import { timesOf } from "./trial-times.ts";

/** By their looks alone: which secrets this machine knows must not decide what a model reads. */
const redactor = createRedactor({ known: [] });

/** The models of a trial, ready to be asked. */
interface RoleClients {
  readonly agent: ModelClient;
  readonly judge: ModelClient;
}

/** One execution of one case. */
export interface TrialWork {
  readonly plan: CasePlan;
  /** From 0. */
  readonly trial: number;
  readonly clients: RoleClients;
  readonly world: EvalWorld;
  /** Stops the whole run. */
  readonly signal: AbortSignal | undefined;
}

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
  const tape = world.tapes?.open({ ...key, now: world.clock.now() });
  const clients = tapedClients(given.clients, tape);
  const work = { ...given, clients };
  const now = (): string => new Date(world.clock.now()).toISOString();
  const recorder = new TrialRecorder(key, clients, world.emit);
  world.emit({ type: "trial_started", ...key, at: now() });
  const fakes = createFakes(plan.case.fakes);
  const attempt = await attemptPlay({ ...work, key, fakes, tape }, recorder);
  const apiRequests = fakes.requests;
  return {
    attempt,
    assessed: await assess(work, attempt, recorder),
    assess: (other) => assess(work, other, recorder),
    finish(assessed) {
      const record = recordOf(work, { ...attempt, ...assessed, apiRequests }, recorder);
      world.emit({ type: "trial_finished", ...key, at: now(), record });
      tape?.finish();
      return record;
    },
  };
}

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

/** The same clients, with the tape between them and the trial. */
function tapedClients({ agent, judge }: RoleClients, tape: TrialTape | undefined): RoleClients {
  return tape === undefined
    ? { agent, judge }
    : { agent: tape.client(agent), judge: tape.client(judge) };
}

async function attemptPlay(
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

/** What checks say of a trial. */
export interface Assessed {
  readonly checks: readonly CheckRecord[];
  readonly ending?: Ending;
}

/** Holds the checks against a trial; the judge is paid only where its verdict can matter. */
async function assess(
  { trial, clients, signal }: TrialWork,
  { played, ending }: Attempt,
  recorder: TrialRecorder,
): Promise<Assessed> {
  // What a suite or a provider broke off says nothing about the agent, not even what it left out.
  if (played === undefined || (ending !== undefined && ending.outcome !== "agent_error")) {
    return { checks: [] };
  }
  const { checkpoints } = played;
  const numbered = numberChecks(checkpoints);
  if (ending !== undefined) {
    return { checks: checkRecords(numbered, played, (check) => unjudged(check, ending.reason)) };
  }
  const options = { trial, hash: sha256Hex, signal, onModelCalled: recorder.onJudgeCall };
  try {
    const { records, infraError } = await judgeTrial(numbered, checkpoints, {
      client: clients.judge,
      options,
      onJudgment: recorder.onJudgment,
    });
    const checks = checkRecords(
      numbered,
      played,
      (check) => records.get(check.id) ?? unjudged(check, "the judge was not asked"),
    );
    if (infraError === undefined) return { checks };
    return { checks, ending: { outcome: "infra_error", reason: infraError } };
  } catch (error) {
    signal?.throwIfAborted();
    const failure = endingOfError(error);
    if (failure === undefined) throw error;
    return { checks: [], ending: failure };
  }
}

function checkRecords(
  numbered: readonly NumberedCheck[],
  { checkpoints }: Played,
  judged: (check: Extract<NumberedCheck, { type: "judged" }>) => CheckRecord,
): readonly CheckRecord[] {
  return numbered.flatMap((entry): readonly CheckRecord[] => {
    if (entry.type === "judged") return [judged(entry)];
    const view = checkpoints[entry.checkpoint]?.view;
    if (view === undefined) return [];
    const { id, check, prepared } = entry;
    return [decidedRecord({ id, check }, prepared.assess(view))];
  });
}

interface Asked {
  readonly apiRequests: readonly ApiRequest[];
}

function recordOf(
  { trial, clients, world }: TrialWork,
  { played, ending, checks, apiRequests }: Attempt & Assessed & Asked,
  recorder: TrialRecorder,
): TrialRecord {
  const facts = recorder.facts();
  const result = played?.result;
  const agentCost = costOf(facts.usage, clients.agent, world.prices);
  const judgeCost = costOf(facts.judgeUsage, clients.judge, world.prices);
  return {
    trial,
    ...decideOutcome(ending, checks),
    checks,
    calls: facts.calls,
    ...(apiRequests.length === 0 ? {} : { apiRequests }),
    status: result?.status ?? "failed",
    route: result?.route ?? facts.route,
    answer: result?.answer ?? "",
    turns: result?.turns ?? 1,
    replies: facts.replies,
    ...timesOf(clients.agent, {
      activeMs: result?.activeMs ?? facts.activeMs,
      waitMs: result?.waitMs ?? facts.waitMs,
      firstTokenMs: facts.firstTokenMs,
    }),
    usage: facts.usage,
    judgeUsage: facts.judgeUsage,
    costUsd: addCosts(agentCost, judgeCost),
  };
}

/** A number as the service gives sessions, and the same in every run, so that a replay fits. */
function workflowId({ suite, case: name, target, trial }: TrialKey): string {
  const hash = sha256Hex(JSON.stringify([suite, name, target, trial]));
  return String(Number.parseInt(hash.slice(0, 8), 16));
}
