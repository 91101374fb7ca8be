import { inspectTemplate, type Prompt } from "../../flow/index.ts";
import { guidanceIn } from "../analysis/guidance-holding.ts";
import { secretGuidance, secretGuidanceLines } from "../analysis/secret-guidance-text.ts";
import type { Fix } from "../rule/fix.ts";
import type { LintInput } from "../rule/lint-rule.ts";
import { appendToText } from "./append-to-text.ts";

/** Adds the guidance on secrets to the end of a prompt's system text, where it is sure to be sent. */
export function insertGuidance(
  prompt: Prompt,
  { flow, knowledge }: Pick<LintInput, "flow" | "knowledge">,
): Fix | undefined {
  const isPartial = flow.environment === "chat-partial";
  const entry = prompt.entries.findLast(({ role }) => role === "system");
  const value = entry?.texts.at(-1);
  if (entry === undefined || value === undefined || (entry.isList && isPartial)) return undefined;
  // Of a template that cannot be read, nobody knows what is sent.
  if (inspectTemplate(value) === undefined) return undefined;
  const setting = { knowledge, isPartial };
  // What stands beside the blocks of a template that extends another is not.
  if (guidanceIn([`${value}\n\n${secretGuidance}`], setting) !== "held") return undefined;
  const at = entry.isList ? [...entry.at, entry.texts.length - 1] : entry.at;
  const edits = appendToText(flow, { at, value, lines: secretGuidanceLines });
  if (edits.length === 0) return undefined;
  return { description: "add the guidance on secrets to the system prompt", edits };
}
