import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { scannedRoles, unsafePart } from "./prompt-safety.ts";

/** The service reads a flow's prompts for what could imitate its own messages or hide from a reviewer. */
export function checkPromptSafety({ flow }: FlowDraft): readonly FlowProblem[] {
  return flow.prompts.flatMap((prompt) => {
    return prompt.entries.flatMap((entry): readonly FlowProblem[] => {
      if (!scannedRoles.includes(entry.role)) return [];
      const part = unsafePart(entry.texts.join("\n"));
      if (part === undefined) return [];
      const message = `the ${entry.role} template of prompt "${prompt.id}" contains ${part}`;
      const hint = "the service refuses it; use other words or marks";
      return [{ at: entry.at, range: entry.range, rule: "E30", message, hint }];
    });
  });
}
