import type { RunOptions, RunResult } from "../../engine/index.ts";
import { startSession } from "../../engine/index.ts";
import type { JudgeInput } from "../../judge/index.ts";
import type { TrialView } from "../check/trial-view.ts";
import type { CaseCheck, SuiteCase } from "../suite/suite.ts";

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

/** Runs the flow on the user's messages, one after the other while it waits for them. */
export async function playCase(
  testCase: SuiteCase,
  options: Omit<RunOptions, "goal" | "human" | "context">,
): Promise<Played> {
  const { turns, human, context } = testCase;
  const messages = turns.map(({ user }) => user);
  const session = await startSession({ ...options, context, human, goal: messages[0] ?? "" });
  const checkpoints: Checkpoint[] = [];
  let before: RunResult | undefined;
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
    if (checks.length > 0) checkpoints.push(turnCheckpoint(checks, { result, before, asked }));
    before = result;
  }
  const result = session.result();
  checkpoints.push(checkpoint(testCase.checks, result, messages));
  return { result, checkpoints, ...(brokenOff === undefined ? {} : { brokenOff }) };
}

interface Turn {
  readonly result: RunResult;
  readonly before: RunResult | undefined;
  readonly asked: readonly string[];
}

/** What belongs to one turn: its calls, its replies, its part of the route. */
function turnCheckpoint(checks: readonly CaseCheck[], { result, before, asked }: Turn): Checkpoint {
  return checkpoint(
    checks,
    {
      ...result,
      calls: result.calls.slice(before?.calls.length ?? 0),
      route: result.route.slice(before?.route.length ?? 0),
      replies: result.replies - (before?.replies ?? 0),
    },
    asked,
  );
}

function checkpoint(
  checks: readonly CaseCheck[],
  result: RunResult,
  question: readonly string[],
): Checkpoint {
  const { status, answer, route, calls, replies, turns, state } = result;
  return {
    checks,
    view: { status, answer, route, calls, replies, turns, context: state.context },
    shown: {
      question,
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
