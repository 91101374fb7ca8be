import type { EngineEvent, RunOptions, RunResult } from "../../engine/index.ts";
import { startSession, wasOffered } from "../../engine/index.ts";
import type { JudgeInput } from "../../judge/index.ts";
import type { Usage } from "../../model/index.ts";
import type { Fakes, ToolSpec } from "../../tools/index.ts";
import type { TrialView } from "../check/trial-view.ts";
import { ModelWitness } from "../safety/model-witness.ts";
import type { CaseCheck, SuiteCase } from "../suite/suite.ts";
import { type FakesShown, FakeWatch } from "./fake-watch.ts";

/** A moment at which checks look at a trial: after a turn, or at the end. */
export interface Checkpoint {
  readonly checks: readonly CaseCheck[];
  readonly view: TrialView;
  /** What a judge is shown of it. */
  readonly shown: Omit<JudgeInput, "criteria">;
}

/** A case played to its end, whatever that was. */
export interface Played {
  readonly result: RunResult;
  readonly checkpoints: readonly Checkpoint[];
  /** Why the user could not say everything; undefined when the conversation took place as written. */
  readonly brokenOff?: string;
}

/** What a run cannot know of itself. */
interface Measures {
  /** What stands in for the systems that its tools work on. */
  readonly fakes: Fakes;
  /** US dollars of the agent's tokens; null where the price is not known. */
  readonly costOf: (usage: Usage) => number | null;
  /** Whether its times are those of now, not of a recording. */
  readonly isTimed: boolean;
}

/** Runs the flow on the user's messages, one after the other while it waits for them. */
export async function playCase(
  testCase: SuiteCase,
  options: Omit<RunOptions, "goal" | "human" | "context">,
  measures: Measures,
): Promise<Played> {
  const { turns, human, context } = testCase;
  const messages = turns.map(({ user }) => user);
  const witness = new ModelWitness(testCase.canaries, testCase.instruction);
  const onEvent = (event: EngineEvent): void => {
    witness.onEvent(event);
    options.onEvent?.(event);
  };
  const goal = messages[0] ?? "";
  const watch = new FakeWatch(measures.fakes, testCase);
  const session = await startSession({ ...options, onEvent, context, human, goal });
  const writes = (tool: string): boolean => mayWrite(options.tools.spec(tool));
  const around = { canaries: testCase.canaries, witness, measures, writes };
  const checkpoints: Checkpoint[] = [];
  const answers: string[] = [];
  let before: RunResult | undefined;
  let saidBefore = 0;
  let brokenOff: string | undefined;
  for (const [index, { user, checks }] of turns.entries()) {
    if (index > 0) {
      if (session.waitsFor === undefined) {
        brokenOff = `the flow had ended (${session.result().status}) before turn ${index + 1}`;
        break;
      }
      await session.send(user);
    }
    const result = session.result();
    const asked = messages.slice(0, index + 1);
    if (checks.length > 0) {
      const fakes = watch.look(checks);
      checkpoints.push(
        turnCheckpoint({ checks, asked, saidBefore, fakes, ...around }, result, before),
      );
    }
    before = result;
    saidBefore = witness.said().length;
    answers.push(result.answer);
  }
  const result = session.result();
  const end = {
    checks: testCase.checks,
    asked: messages,
    earlierAnswers: answers.slice(0, -1),
    fakes: watch.lookAtEnd(),
  };
  checkpoints.push(checkpoint({ ...end, ...around }, result));
  return { result, checkpoints, ...(brokenOff === undefined ? {} : { brokenOff }) };
}

/** What a checkpoint is made with, besides what happened. */
interface Around {
  readonly checks: readonly CaseCheck[];
  readonly asked: readonly string[];
  readonly earlierAnswers?: readonly string[];
  readonly canaries: Readonly<Record<string, string>>;
  readonly witness: ModelWitness;
  /** How many texts were said beside calls before the part that is looked at. */
  readonly saidBefore?: number;
  readonly measures: Measures;
  readonly fakes: FakesShown;
  readonly writes: (tool: string) => boolean;
}

/** What belongs to one turn: its calls, its replies, its part of the route, its tokens and its time. */
function turnCheckpoint(
  around: Around,
  result: RunResult,
  before: RunResult | undefined,
): Checkpoint {
  if (before === undefined) return checkpoint(around, result);
  return checkpoint(around, {
    ...result,
    calls: result.calls.slice(before.calls.length),
    route: result.route.slice(before.route.length),
    replies: result.replies - before.replies,
    activeMs: result.activeMs - before.activeMs,
    usage: {
      inputTokens: result.usage.inputTokens - before.usage.inputTokens,
      outputTokens: result.usage.outputTokens - before.usage.outputTokens,
      cacheReadTokens: result.usage.cacheReadTokens - before.usage.cacheReadTokens,
      cacheWriteTokens: result.usage.cacheWriteTokens - before.usage.cacheWriteTokens,
    },
  });
}

function checkpoint(around: Around, result: RunResult): Checkpoint {
  const { checks, asked, earlierAnswers = [], canaries, measures, writes } = around;
  const { status, answer, route, calls, replies, turns, state, activeMs, usage } = result;
  return {
    checks,
    view: {
      status,
      answer,
      earlierAnswers,
      route,
      calls: calls.map((call) => ({
        ...call,
        isOffered: wasOffered(call),
        writes: writes(call.tool),
      })),
      replies,
      turns,
      context: state.context,
      activeMs: measures.isTimed ? activeMs : undefined,
      costUsd: measures.costOf(usage) ?? undefined,
      canaries,
      ...around.fakes,
      gotInstruction: around.witness.gotInstruction,
      unreadCanaries: around.witness.unread(),
      said: around.witness.said().slice(around.saidBefore ?? 0),
    },
    shown: {
      question: asked,
      answer,
      calls: calls.map(({ tool, args, content, isError }) => ({
        tool,
        args,
        result: content,
        isError,
      })),
    },
  };
}

/** Of what is no tool of the service nobody knows where it sends what it is given. */
function mayWrite(spec: ToolSpec | undefined): boolean {
  if (spec === undefined || spec.writes || spec.origin === "suite") return true;
  return "effect" in spec && spec.effect === undefined;
}
