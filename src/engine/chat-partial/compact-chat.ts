import { type ChatMessage, type ChatRequest, textOf } from "../../model/index.ts";
import { askModel } from "../session/ask-model.ts";
import { isCutOff } from "../session/is-cut-off.ts";
import { maxTokensFor } from "../session/max-tokens.ts";
import type { History } from "../state/flow-state.ts";
import type { ChatRun } from "./chat-run.ts";
import { chatTexts } from "./chat-texts.ts";

/** As the service asks for a summary. */
const maxTokens = 8192;

/** What became of a conversation that was to be shortened, and what the user is told. */
export interface Compaction {
  readonly history: History;
  readonly answer: string;
}

/**
 * Shortens a conversation because the user says so: the messages with which the user began stay, and a summary
 * by the model takes the place of the rest. Where there is no summary nothing changes.
 */
export async function compactChat(
  run: ChatRun,
  history: History,
  focus: string,
): Promise<Compaction> {
  const said = history.findIndex(({ role }) => role !== "user");
  if (said < 0) return { history, answer: chatTexts.nothingToCompact };
  const { agent, scope } = run;
  const reply = await askModel(scope, agent.component, requestOf(run, history, focus));
  const text = textOf(reply.parts).trim();
  if (text === "" || isCutOff(reply.stopReason)) {
    return { history, answer: chatTexts.notCompacted };
  }
  // The next request is a short one, whatever the last one was.
  scope.recorder.lastTokens.delete(agent.component);
  const replaced = history.length - said;
  const note = `${replaced} messages were shortened to a summary`;
  scope.recorder.note(agent.component, "history_compacted", note);
  const summary: ChatMessage = { role: "assistant", parts: [{ type: "text", text }] };
  return { history: [...history.slice(0, said), summary], answer: chatTexts.compacted };
}

function requestOf({ scope: { options } }: ChatRun, history: History, focus: string): ChatRequest {
  const wish = focus === "" ? "" : `\n\n${chatTexts.compactFocus(focus)}`;
  const transcript = history.map(lineOf).join("\n\n");
  return {
    role: "agent",
    system: [{ text: chatTexts.compactPrompt }],
    // As one text: without the tools themselves a provider does not take their calls.
    messages: [{ role: "user", text: `<conversation>\n${transcript}\n</conversation>${wish}` }],
    tools: [],
    maxTokens: maxTokensFor(options.model.id, maxTokens),
    temperature: 0,
    trial: options.trial,
  };
}

function lineOf(message: ChatMessage): string {
  if (message.role === "user") return `user: ${message.text}`;
  if (message.role === "tool") {
    return `${message.isError ? "error" : "result"} of ${message.name}: ${message.content}`;
  }
  return message.parts
    .map((part) => {
      if (part.type === "text") return `assistant: ${part.text}`;
      const given = part.type === "tool_call" ? JSON.stringify(part.args) : part.raw;
      return `assistant calls ${part.name}: ${given}`;
    })
    .join("\n");
}
