import type { PyDict } from "../../core/python/py-value.ts";
import type { ContextEnvelope } from "../run-options.ts";

/** Categories that the executor sends itself: plain text, without a declaration in the flow. */
export const executorCategories: readonly string[] = [
  "os_information",
  "shell_information",
  "agent_user_environment",
  "user_rule",
];
const skillsId = "agent-skills-instructions";
const skillsKey = "workspace_agent_skills";

/** The executor's texts by category, several of one category on lines of their own. */
export function executorInputs(envelopes: readonly ContextEnvelope[]): PyDict {
  const texts = new Map<string, string>();
  for (const { category, id, content } of envelopes) {
    if (!executorCategories.includes(category) || content === undefined || content === "") continue;
    const key = id === skillsId ? skillsKey : category;
    const before = texts.get(key);
    texts.set(key, before === undefined ? content : `${before}\n${content}`);
  }
  return texts;
}
