import type { PromptModelParams, PromptParams } from "../../flow/index.ts";

/** Who says a message of a template. */
export type TemplateRole = "system" | "user" | "assistant";

/** One message of a prompt: a template, or the place of a list of messages. */
export type PromptPart =
  | { readonly type: "template"; readonly role: TemplateRole; readonly source: string }
  | { readonly type: "history" }
  | { readonly type: "placeholder"; readonly variable: string };

/** A prompt whose roles are known and whose history has its place. */
export interface PreparedPrompt {
  /** What the prompt is called. */
  readonly id: string;
  readonly parts: readonly PromptPart[];
  /** Whether a template reads the history as data, which costs as much as the history is long. */
  readonly readsHistory: boolean;
  /** Variables that nothing supplies: the prompt cannot be rendered. */
  readonly unsupplied: readonly string[];
  readonly params: PromptParams;
  readonly modelParams: PromptModelParams;
}
