import type { PyDict } from "../../core/python/py-value.ts";
import type { Located } from "./located.ts";

/** The templates of one role, in the place where the file has it. */
export interface PromptEntry extends Located {
  /** `system`, `user`, `assistant`, `placeholder` and their aliases; anything else fails at run time. */
  readonly role: string;
  /** One for a text; a list becomes several messages. */
  readonly texts: readonly string[];
  readonly isList: boolean;
}

/** Settings bound to each call; keys that the flow does not set are absent. */
export interface PromptParams {
  readonly stop?: readonly string[];
  /** Seconds. */
  readonly timeout?: number;
  readonly modelId?: string;
}

/** Settings of the model that a prompt asks for; keys that the flow does not set are absent. */
export interface PromptModelParams {
  readonly model?: string;
  readonly temperature?: number;
  readonly topP?: number;
  readonly topK?: number;
  readonly maxTokens?: number;
}

/** A prompt, of the flow or of a registry. */
export interface Prompt extends Located {
  /** The flow's own file, or the registry's. */
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly unitPrimitives: readonly string[];
  /** The template, role by role, in the order of the file. */
  readonly entries: readonly PromptEntry[];
  readonly params: PromptParams;
  readonly modelParams: PromptModelParams;
  /** `model.provider_params` as written. */
  readonly providerParams: PyDict | undefined;
  readonly operationType: string | undefined;
}
