import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import type { IOKey } from "../../flow/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { FlowState, StateUpdate } from "../state/flow-state.ts";
import { readInputs } from "../state/read-state.ts";
import { type ExecutedCall, executeCall } from "../tools/execute-call.ts";
import { agentErrorTexts } from "../tools/tool-error-texts.ts";
import type { Toolset } from "../tools/toolset.ts";
import { toolEntries } from "../ui/tool-entries.ts";
import type { UiSettings } from "../ui/ui-settings.ts";

/** A deterministic step, resolved. */
export interface StepSettings {
  readonly component: string;
  readonly tool: string;
  readonly toolset: Toolset;
  readonly inputs: readonly IOKey[];
  readonly ui: UiSettings;
}

/** Calls the step's tool with its inputs as arguments. Whatever goes wrong is a failed step, not a failed run. */
export async function runStep(
  step: StepSettings,
  state: FlowState,
  scope: RunScope,
): Promise<StateUpdate> {
  const args = stepArguments(step, state);
  if (args instanceof FlowFailure) {
    return { context: outputs(step, { error: agentErrorTexts.failed(step.tool, args.message) }) };
  }
  const { component, toolset, tool: name } = step;
  const started = scope.options.clock.monotonic();
  const call = { id: `${component}-step-${scope.recorder.calls.length + 1}`, name, args };
  const executed = await executeCall(call, { component, toolset, texts: agentErrorTexts, scope });
  scope.recorder.toolMs += scope.options.clock.monotonic() - started;
  scope.recorder.called(executed.facts, false);
  return {
    context: outputs(step, outcomeOf(step, executed)),
    uiChatLog: toolEntries([executed], { ui: step.ui, toolset, scope }),
  };
}

/** The inputs as JSON, or why one of them cannot be read. */
function stepArguments({ inputs }: StepSettings, state: FlowState): JsonObject | FlowFailure {
  try {
    const args = toJson(readInputs(state, inputs));
    return isJsonObject(args) ? args : {};
  } catch (error) {
    if (error instanceof FlowFailure) return error;
    throw error;
  }
}

interface StepOutcome {
  readonly value?: PyValue;
  readonly error?: string;
}

function outcomeOf({ tool }: StepSettings, { facts, value, failure }: ExecutedCall): StepOutcome {
  if (failure !== undefined) return { error: agentErrorTexts.failed(tool, failure.message) };
  if (value === undefined) return { error: facts.content };
  return { value };
}

function outputs({ component }: StepSettings, { value, error }: StepOutcome): PyDict {
  const written = new Map<string, PyValue>([
    ["tool_responses", value ?? null],
    ["error", error ?? null],
    ["execution_result", error === undefined ? "success" : "failed"],
  ]);
  return new Map([[component, written]]);
}
