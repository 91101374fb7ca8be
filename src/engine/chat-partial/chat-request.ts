import type { ChatMessage, ChatRequest } from "../../model/index.ts";
import { maxTokensFor } from "../session/max-tokens.ts";
import type { History } from "../state/flow-state.ts";
import type { ChatRun } from "./chat-run.ts";
import { chatSystem } from "./chat-system.ts";
import { secondPass } from "./system-template.ts";
import { userText } from "./user-text.ts";

/** What the service asks for in its chat. */
const maxTokens = 32_768;

/** The request of one call in a chat. */
export function chatRequest(run: ChatRun, history: History): ChatRequest {
  const { agent, scope } = run;
  const { options, place } = scope;
  const date = new Date(options.clock.now()).toISOString().slice(0, 10);
  return {
    role: "agent",
    system: chatSystem(agent, secondPass(run.system, scope), { date, place }),
    messages: history.map((message) => shown(message, run)),
    tools: agent.toolset.definitions,
    maxTokens: maxTokensFor(options.model.id, options.chat?.maxTokens ?? maxTokens),
    temperature: options.chat?.temperature ?? 0,
    trial: options.trial,
  };
}

function shown(message: ChatMessage, { envelopes, scope }: ChatRun): ChatMessage {
  if (message.role !== "user") return message;
  const isClassic = scope.options.chat?.isClassic === true;
  return { role: "user", text: userText(message.text, envelopes.get(message) ?? [], isClassic) };
}
