import type { ModelClient } from "../../../model/index.ts";
import { progressListener } from "../../heard-model.ts";
import { outOfReplies } from "../../session/out-of-replies.ts";
import type { RunScope } from "../../session/run-scope.ts";
import type { SubagentRecorder } from "./subagent-recorder.ts";

/** How often the model was asked in the run, by all who run at the same time. */
export interface AskedReplies {
  count: number;
}

/** An agent that runs beside others. */
interface Beside {
  readonly component: string;
  readonly recorder: SubagentRecorder;
  readonly asked: AskedReplies;
}

/** What the nodes of an agent see of the run: a recorder of their own, and what is left of the replies. */
export function subagentScope(main: RunScope, beside: Beside): RunScope {
  const { options, limits } = main;
  return {
    ...main,
    recorder: beside.recorder,
    openingGoals: new Map(),
    // Counted where they are asked for, which no recorder of one agent can.
    limits: { ...limits, maxReplies: Number.POSITIVE_INFINITY },
    options: { ...options, model: sharedModel(main, beside) },
  };
}

function sharedModel(
  { options, limits }: RunScope,
  { component, recorder, asked }: Beside,
): ModelClient {
  const { model, onProgress } = options;
  const listener =
    onProgress &&
    progressListener(component, (progress) => recorder.inTurn(() => onProgress(progress)));
  return {
    id: model.id,
    kind: model.kind,
    chat: (request, signal) => {
      if (asked.count >= limits.maxReplies) throw outOfReplies(limits.maxReplies);
      asked.count += 1;
      return model.chat(request, signal, listener);
    },
  };
}
