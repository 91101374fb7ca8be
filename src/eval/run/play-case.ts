import { type RunResult, wasOffered } from "../../engine/index.ts";
import type { JudgeInput } from "../../judge/index.ts";
import type { Usage } from "../../model/index.ts";
import type { ExchangeRecord } from "../../record/index.ts";
import type { Fakes, ToolSpec } from "../../tools/index.ts";
import type { TrialView } from "../check/trial-view.ts";
import { ModelWitness } from "../safety/model-witness.ts";
import type { CaseCheck, SuiteCase } from "../suite/suite.ts";
import type { TargetEvent } from "../target/target-event.ts";
import type { TargetFact } from "../target/target-fact.ts";
import type { TargetPlayer } from "../target/target-player.ts";
import { type FakesShown, FakeWatch } from "./fake-watch.ts";

/** A moment at which checks look at a trial: after a turn, or at the end. */
export interface Checkpoint {
  readonly checks: readonly CaseCheck[];
  /** Number of the turn, from 0; undefined at the end. */
  readonly turn?: number;
  readonly view: TrialView;
  /** What a judge is shown of it. */
  readonly shown: Omit<JudgeInput, "criteria">;
}

/** A case played to its end, whatever that was. */
export interface Played {
  readonly result: RunResult;
  readonly checkpoints: readonly Checkpoint[];
  /** What was said, for whoever judges it again. */
  readonly exchanges: readonly ExchangeRecord[];
  /** What the user had said before the case began. */
  readonly earlier: readonly string[];
  /** What the target did not tell. */
  readonly unknown: ReadonlySet<TargetFact>;
  /** Why the user could not say everything; undefined when the conversation took place as written. */
  readonly brokenOff?: string;
}

/** What a run cannot know of itself. */
interface Measures {
  /** What stands in for the systems that its tools work on. */
  readonly fakes: Fakes;
  /** What is known of a tool, here or elsewhere. */
  readonly spec: (tool: string) => ToolSpec | undefined;
  /** US dollars of the agent's tokens; null where the price is not known. */
  readonly costOf: (usage: Usage) => number | null;
  /** Whether its times are those of now, not of a recording. */
  readonly isTimed: boolean;
}

/** Sends a target the user's messages, one after the other while it takes them. */
export async function playCase(
  testCase: SuiteCase,
  open: (onEvent: (event: TargetEvent) => void) => TargetPlayer,
  measures: Measures,
): Promise<Played> {
  const { turns, canaries } = testCase;
  const messages = turns.map(({ user }) => user);
  const witness = new ModelWitness(canaries, testCase.instruction);
  const watch = new FakeWatch(measures.fakes, testCase);
  const player = open(witness.onEvent);
  const writes = (tool: string): boolean => mayWrite(measures.spec(tool));
  const said = testCase.history.flatMap((each) => (each.role === "user" ? [each.text] : []));
  const around = { canaries, witness, measures, writes, player, said };
  const checkpoints: Checkpoint[] = [];
  const exchanges: ExchangeRecord[] = [];
  let before: RunResult | undefined;
  let saidBefore = 0;
  let brokenOff: string | undefined;
  for (const [index, { user, checks }] of turns.entries()) {
    if (player.ended !== undefined) {
      brokenOff = `${player.ended} before turn ${index + 1}`;
      break;
    }
    await player.send(user);
    const result = player.result();
    const asked = messages.slice(0, index + 1);
    if (checks.length > 0) {
      const fakes = watch.look(checks);
      checkpoints.push(
        turnCheckpoint(
          { checks, turn: index, asked, saidBefore, fakes, ...around },
          result,
          before,
        ),
      );
    }
    before = result;
    saidBefore = witness.said().length;
    exchanges.push({ user, answer: result.answer, calls: result.calls.length });
  }
  const result = player.result();
  const end = {
    checks: testCase.checks,
    asked: messages,
    earlierAnswers: exchanges.slice(0, -1).map(({ answer }) => answer),
    fakes: watch.lookAtEnd(),
  };
  checkpoints.push(checkpoint({ ...end, ...around }, result));
  const unknown = player.unknown();
  return {
    result,
    checkpoints,
    exchanges,
    earlier: said,
    unknown,
    ...(brokenOff === undefined ? {} : { brokenOff }),
  };
}

/** What a checkpoint is made with, besides what happened. */
interface Around {
  readonly checks: readonly CaseCheck[];
  readonly turn?: number;
  readonly asked: readonly string[];
  readonly earlierAnswers?: readonly string[];
  readonly canaries: Readonly<Record<string, string>>;
  readonly witness: ModelWitness;
  /** How many texts were said beside calls before the part that is looked at. */
  readonly saidBefore?: number;
  readonly measures: Measures;
  readonly fakes: FakesShown;
  readonly player: TargetPlayer;
  /** What the user had said before the case began. */
  readonly said: readonly string[];
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
  const { checks, turn, asked, earlierAnswers = [], canaries, measures, writes } = around;
  const unknown = around.player.unknown();
  const { status, answer, route, calls, replies, turns, state, activeMs, usage } = result;
  return {
    checks,
    ...(turn !== undefined && { turn }),
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
      activeMs: measures.isTimed && !unknown.has("times") ? activeMs : undefined,
      costUsd: unknown.has("usage") ? undefined : (measures.costOf(usage) ?? undefined),
      canaries,
      ...around.fakes,
      gotInstruction: around.witness.gotInstruction,
      unreadCanaries: around.witness.unread(),
      said: around.witness.said().slice(around.saidBefore ?? 0),
    },
    shown: {
      question: [...around.said, ...asked],
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
