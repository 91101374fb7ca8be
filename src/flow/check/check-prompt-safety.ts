import type { PromptEntry } from "../model/prompt.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { scannedRoles, type UnsafePart, unsafeParts } from "./prompt-safety.ts";
import { createTemplatePlace, spanAt, type TemplateSource } from "./template-place.ts";

/** The service reads a flow's prompts for what could imitate its own messages or hide from a reviewer. */
export function checkPromptSafety({ flow }: FlowDraft): readonly FlowProblem[] {
  const place = createTemplatePlace(flow);
  return flow.prompts.flatMap((prompt) => {
    return prompt.entries.flatMap((entry): readonly FlowProblem[] => {
      if (!scannedRoles.includes(entry.role)) return [];
      // The service joins the texts of a list, so that a tag may begin in one and end in another.
      return unsafeParts(entry.texts.join("\n")).map((part) => {
        const { source, offset } = sourceAt(entry, part);
        const text = entry.texts[source.index] ?? "";
        return {
          ...place(source, spanAt(text, offset, part.length)),
          rule: "E30",
          message: `the ${entry.role} template of prompt "${prompt.id}" contains ${part.what}`,
          hint: "use other words or marks; the service refuses prompts with it",
        };
      });
    });
  });
}

/** In which of the texts of a role a part begins. */
function sourceAt(
  entry: PromptEntry,
  { offset }: UnsafePart,
): { readonly source: TemplateSource; readonly offset: number } {
  let rest = offset;
  for (const [index, text] of entry.texts.entries()) {
    if (rest <= text.length) return { source: { entry, index }, offset: rest };
    rest -= text.length + 1;
  }
  return { source: { entry, index: 0 }, offset: 0 };
}
