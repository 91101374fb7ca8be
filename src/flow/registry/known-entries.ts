import { AppError } from "../../core/errors/app-error.ts";
import { isJsonObject } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import type { KnownPrompt, KnownResponseSchema } from "../inspect/flow-knowledge.ts";
import { readRegistryPrompt } from "../read/read-registry-prompt.ts";
import { checkDefinition } from "../response-schema/check-definition.ts";
import { TemplateError, templateVariables } from "../template/index.ts";
import { readRegistrySchema } from "./read-registry-schema.ts";

/** Finds a file that templates include. */
type PromptFile = (name: string) => string | undefined;

/** What a flow must know of a prompt's file. Throws for a file that is no prompt. */
export function knownPrompt(text: string, id: string, promptFile: PromptFile): KnownPrompt {
  const { entries } = readRegistryPrompt(text, id, id);
  const roles = entries.map(({ role }) => role);
  const systemTexts = entries.flatMap(({ role, texts }) =>
    role.startsWith("system") ? texts : [],
  );
  const variables = new Set<string>();
  try {
    for (const template of entries.flatMap(({ texts }) => texts)) {
      for (const name of templateVariables(template, { files: promptFile })) variables.add(name);
    }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    const reason = error.code === "TEMPLATE_NOT_FOUND" ? "missing_file" : "syntax";
    return { roles, variables: [], systemTexts, broken: { reason, message: error.message } };
  }
  return { roles, variables: [...variables].toSorted(), systemTexts };
}

/** What a flow must know of a response schema's file. Throws for one that the service cannot use. */
export function knownResponseSchema(text: string, id: string): KnownResponseSchema {
  const { definition } = readRegistrySchema(text, id, id);
  const [problem] = checkDefinition(definition);
  const title = definition.get("title");
  // Only a flow's own schemas are called by their ids.
  if (problem !== undefined || typeof title !== "string") {
    const message = problem?.message ?? `the response schema "${id}" has no "title"`;
    throw new AppError("FLOW_RESPONSE_SCHEMA_INVALID", message);
  }
  const json = toJson(definition);
  return { title, definition: isJsonObject(json) ? json : {} };
}
