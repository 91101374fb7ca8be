import { dictFromJson } from "../../core/python/convert.ts";
import { pyRepr } from "../../core/python/py-repr.ts";
import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import { callsOf, type ToolCall, type UserMessage } from "../../model/index.ts";
import { slotHistory, slotOutput, slotUpdate } from "../agent/agent-slot.ts";
import { lastReply } from "../agent/final-response.ts";
import { messageDict } from "../history/message-dict.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, History, StateUpdate } from "../state/flow-state.ts";
import type { ExecutedCall } from "../tools/execute-call.ts";
import { executeInTurn } from "../tools/execute-calls.ts";
import { refuseReply } from "../tools/refuse-call.ts";
import { plainErrorTexts } from "../tools/tool-error-texts.ts";
import { toolMessage } from "../tools/tool-message.ts";
import { toolEntries } from "../ui/tool-entries.ts";
import type { OneOffSettings } from "./one-off-settings.ts";
import { type FailedCall, oneOffTexts } from "./one-off-texts.ts";
import { parsedResponses } from "./parsed-responses.ts";

/** How a round of calls ended: what the model is told, and what the component writes. */
interface Round {
  readonly messages: readonly string[];
  readonly outputs: ReadonlyMap<string, PyValue>;
}

/** Executes the calls of the last reply one after the other, and says how the round ended. */
export async function runOneOffTools(
  oneOff: OneOffSettings,
  state: FlowState,
  scope: RunScope,
): Promise<StateUpdate> {
  const { slot, toolset, component, ui } = oneOff.agent;
  const history = slotHistory(slot, state);
  const close = (messages: History, round: Round): StateUpdate =>
    slotUpdate(slot, state, {
      history: [...history, ...messages, ...round.messages.map(userMessage)],
      outputs: round.outputs,
    });
  if (toolset.tools.size === 0) {
    refuseReply(lastReply(oneOff.agent, history).parts, { component, scope });
    return close([], {
      messages: [oneOffTexts.noTools],
      outputs: new Map([["execution_result", "failed"]]),
    });
  }
  const calls = callsOf(lastReply(oneOff.agent, history).parts);
  if (calls.length === 0) {
    const round = failedRound(oneOff, attemptsOf(oneOff, state), []);
    return close([], { ...round, messages: [oneOffTexts.noCalls, ...round.messages] });
  }
  const site = { component, toolset, texts: plainErrorTexts, scope };
  const executed = await executeInTurn(calls, site);
  const results = calls.map((call, index) => resultMessage(call, executed[index]));
  const failed = failedCalls(executed);
  const round =
    failed.length === 0
      ? succeededRound(executed)
      : failedRound(oneOff, attemptsOf(oneOff, state), failed);
  const outputs = new Map([...callOutputs(calls, results), ...round.outputs]);
  return {
    ...close(results, { ...round, outputs }),
    uiChatLog: toolEntries(executed, { ui, toolset, scope }),
  };
}

function attemptsOf({ agent }: OneOffSettings, state: FlowState): number {
  const attempts = slotOutput(agent.slot, state, "correction_attempts");
  return typeof attempts === "number" ? attempts : 0;
}

function failedRound(
  { maxCorrectionAttempts }: OneOffSettings,
  before: number,
  failed: readonly FailedCall[],
): Round {
  const attempts = before + 1;
  const outputs = new Map<string, PyValue>([["correction_attempts", attempts]]);
  if (attempts >= Math.max(1, maxCorrectionAttempts)) outputs.set("execution_result", "failed");
  return { messages: [oneOffTexts.failure(failed, maxCorrectionAttempts - attempts)], outputs };
}

function succeededRound(executed: readonly ExecutedCall[]): Round {
  const parsed = parsedResponses(executed);
  const outputs = new Map<string, PyValue>([["execution_result", "success"]]);
  if (parsed.size > 0) outputs.set("parsed_responses", parsed);
  return { messages: [oneOffTexts.success], outputs };
}

function failedCalls(executed: readonly ExecutedCall[]): readonly FailedCall[] {
  return executed.flatMap(({ facts }, index) =>
    facts.isError
      ? [{ number: index + 1, args: pyRepr(dictFromJson(facts.args)), error: facts.content }]
      : [],
  );
}

function resultMessage(
  call: ToolCall,
  executed: ExecutedCall | undefined,
): ReturnType<typeof toolMessage> {
  return toolMessage(call, executed?.facts.content ?? "", executed?.facts.isError ?? false);
}

function callOutputs(
  calls: readonly ToolCall[],
  results: History,
): readonly (readonly [string, PyValue])[] {
  const callDicts = calls.map(
    ({ name, args, id }): PyDict =>
      new Map<string, PyValue>([
        ["name", name],
        ["args", dictFromJson(args)],
        ["id", id],
      ]),
  );
  return [
    ["tool_calls", callDicts],
    ["tool_responses", results.map(messageDict)],
  ];
}

function userMessage(text: string): UserMessage {
  return { role: "user", text };
}
