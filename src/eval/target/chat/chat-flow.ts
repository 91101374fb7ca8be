import { type Flow, globalNames, parseFlow, templateVariables } from "../../../flow/index.ts";

/** The name under which the only component of a chat is recorded. */
const chatComponent = "chat";

/** What a chat's flow is made of. */
export interface ChatParts {
  /** Template of the system text. */
  readonly prompt: string;
  readonly tools: readonly string[];
  /** As errors in the prompt name it. */
  readonly file: string;
}

/**
 * A chat as a flow of the service's chats: one agent whose system text reads the context of the session. Each
 * name in the template stands for a category of it, and for nothing where the session has none.
 *
 * @throws TemplateError for a prompt that cannot be read
 */
export function chatFlow({ prompt, tools, file }: ChatParts): Flow {
  const names = templateVariables(prompt).filter((name) => !globalNames.has(name));
  const config = {
    version: "v1",
    environment: "chat-partial",
    components: [
      {
        name: chatComponent,
        type: "AgentComponent",
        prompt_id: chatComponent,
        inputs: names.map((name) => ({ from: `context:inputs.${name}`, as: name, optional: true })),
        toolset: tools,
      },
    ],
    routers: [],
    flow: { entry_point: chatComponent },
    prompts: [
      {
        prompt_id: chatComponent,
        name: chatComponent,
        unit_primitives: ["duo_chat"],
        prompt_template: { system: prompt },
      },
    ],
  };
  // JSON is YAML.
  return parseFlow(JSON.stringify(config), file);
}
