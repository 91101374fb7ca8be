import {
  type FlowKnowledge,
  inspectTemplate,
  renderTemplate,
  TemplateError,
  templateVariables,
} from "../../flow/index.ts";
import { holdsSecretGuidance } from "./secret-guidance-text.ts";

/** Whether the guidance reaches what a model is sent; `unseen` where a part of it is not known. */
export type GuidanceHolding = "held" | "missing" | "unseen";

export interface TemplateSetting {
  readonly knowledge: Pick<FlowKnowledge, "promptFile">;
  /** A chat can include nothing, and knows fewer filters. */
  readonly isPartial: boolean;
}

/** Whether one of several messages holds the guidance, whatever the values of variables are. */
export function guidanceIn(texts: readonly string[], setting: TemplateSetting): GuidanceHolding {
  const each = new Set(texts.map((text) => guidanceInTemplate(text, setting)));
  if (each.has("held")) return "held";
  return each.has("unseen") ? "unseen" : "missing";
}

/** Most prompts can be told from those that hold it without being rendered. */
const mayHold = /secret|\{%[-+]?\s*(?:include|extends|import|from)\b/;

function guidanceInTemplate(text: string, setting: TemplateSetting): GuidanceHolding {
  if (!mayHold.test(text)) return "missing";
  const renderings = renderingsOf(text, setting);
  // What cannot be rendered is a mistake of its own; its text is all there is to look at.
  const shown = renderings.length > 0 ? renderings : [text];
  if (shown.every(holdsSecretGuidance)) return "held";
  const isOpen = setting.knowledge.promptFile === undefined && !setting.isPartial;
  const includes = inspectTemplate(text)?.references ?? [];
  return isOpen && includes.length > 0 ? "unseen" : "missing";
}

/**
 * The text with all variables absent, and with all of them given: what stands in only one branch of a
 * condition is not in both.
 */
function renderingsOf(text: string, { knowledge, isPartial }: TemplateSetting): readonly string[] {
  const { promptFile } = knowledge;
  const files = (name: string): string | undefined => promptFile?.(name) ?? "";
  const [names = []] = attempt(() => templateVariables(text, { files }));
  const given = Object.fromEntries(names.map((name) => [name, "given"]));
  const pass = isPartial ? "chat-partial" : "service";
  return [{}, given].flatMap((variables) => {
    return attempt(() => renderTemplate(text, variables, { files, pass }));
  });
}

/** One or none: what a template cannot do is no failure of ours. */
function attempt<T>(make: () => T): readonly T[] {
  try {
    return [make()];
  } catch (error) {
    if (error instanceof TemplateError) return [];
    throw error;
  }
}
