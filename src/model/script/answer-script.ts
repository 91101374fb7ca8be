import type { MessagesBody, WireText, WireToolUse } from "../anthropic/messages-body.ts";
import { callId } from "./call-id.ts";
import { estimateUsage } from "./estimate-usage.ts";
import { noEntry, noFurtherReply } from "./no-reply.ts";
import { preferenceReply } from "./preference-reply.ts";
import { type RequestView, viewRequest } from "./request-view.ts";
import type { ScriptAnswer } from "./script-answer.ts";
import type { ScriptReply } from "./script-file.ts";
import type { Script, ScriptEntry, ScriptVerdicts } from "./script.ts";
import { verdictReply } from "./verdict-reply.ts";

/**
 * What a script says to a request: a function of nothing but its arguments, so that any number of
 * conversations can run at once, in one process or over HTTP.
 *
 * @throws AppError SCRIPT_NO_REPLY when the script has none for it.
 */
export function answerScript(script: Script, body: MessagesBody, trial: number): ScriptAnswer {
  const view = viewRequest(body);
  const entry = script.entries.find((candidate) => matches(candidate, view));
  if (entry === undefined) throw noEntry(script, view);
  const reply = replyOf(script, entry, { body, view, trial });
  if (reply.fault !== undefined) return faultAnswer(reply, reply.fault);
  const content = contentOf(script, { entry, view, reply });
  return {
    type: "reply",
    content,
    stopReason: reply.stop ?? (reply.calls === undefined ? "end_turn" : "tool_use"),
    usage: estimateUsage({ body, messages: view.messages, content }, reply.usage),
    delayMs: reply.delay_ms ?? 0,
  };
}

function matches({ when, answers }: ScriptEntry, view: RequestView): boolean {
  if (when.has("judge") !== view.isJudge) return false;
  if (answers.type === "verdicts" && !answersKind(answers, view)) return false;
  for (const [condition, matcher] of when) {
    if (!matcher.matches(view.read(condition))) return false;
  }
  return true;
}

/** One entry may hold both: what a judge says of an answer, and of two of them. */
function answersKind(
  { verdicts, grades, prefers }: ScriptVerdicts,
  { pair }: RequestView,
): boolean {
  return pair === undefined ? verdicts.size + grades.size > 0 : prefers !== undefined;
}

interface Asked {
  readonly body: MessagesBody;
  readonly view: RequestView;
  readonly trial: number;
}

function replyOf(script: Script, entry: ScriptEntry, { body, view, trial }: Asked): ScriptReply {
  const { answers } = entry;
  if (answers.type === "verdicts" && view.pair !== undefined) {
    return preferenceReply(view.pair, answers);
  }
  if (answers.type === "verdicts") return verdictReply(script, entry, { body, view, answers });
  const turns = answers.choices[trial % answers.choices.length] ?? [];
  const reply = turns[view.turn];
  if (reply === undefined) throw noFurtherReply(script, entry, { view, replies: turns.length });
  return reply;
}

function faultAnswer(
  { delay_ms }: ScriptReply,
  { status, retry_after }: NonNullable<ScriptReply["fault"]>,
): ScriptAnswer {
  return {
    type: "fault",
    status,
    ...(retry_after === undefined ? {} : { retryAfter: String(retry_after) }),
    delayMs: delay_ms ?? 0,
  };
}

interface Said {
  readonly entry: ScriptEntry;
  readonly view: RequestView;
  readonly reply: ScriptReply;
}

function contentOf(
  script: Script,
  { entry, view, reply }: Said,
): readonly (WireText | WireToolUse)[] {
  const { text = "", calls = [] } = reply;
  return [
    ...(text === "" ? [] : [{ type: "text" as const, text }]),
    ...calls.map(({ tool, args = {} }, index) => ({
      type: "tool_use" as const,
      id: callId([script.name, entry.number, view.turn, index], view.messages),
      name: tool,
      input: args,
    })),
  ];
}
