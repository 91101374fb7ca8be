import type { ModelClient, ReplyListener } from "../model/index.ts";
import type { ReplyProgress } from "./reply-progress.ts";
import type { RunOptions } from "./run-options.ts";

/**
 * The model of a run, heard while it replies where somebody wants to hear it.
 *
 * @param component names the component that asks, at the moment it asks.
 */
export function heardModel(
  { model, onProgress }: Pick<RunOptions, "model" | "onProgress">,
  component: () => string,
): ModelClient {
  if (onProgress === undefined) return model;
  return {
    id: model.id,
    kind: model.kind,
    chat: (request, signal, listener = progressListener(component(), onProgress)) =>
      model.chat(request, signal, listener),
  };
}

/** Passes the words of a component's reply on under its name. */
export function progressListener(
  component: string,
  tell: (progress: ReplyProgress) => void,
): ReplyListener {
  return {
    onText: (text) => tell({ type: "text", component, text }),
    onDiscard: () => tell({ type: "discarded", component }),
  };
}
