import type { JsonValue } from "../../core/json.ts";
import type { ChatReply } from "../../model/index.ts";
import type { ModelCalled, Note, ToolCalled } from "../events/index.ts";
import type { RunEvent } from "../run-event.ts";
import { cutText } from "./cut-text.ts";
import type { CallStep, NoteStep, ReplyStep, TranscriptStep } from "./trial-transcript.ts";

/** What an event is in a transcript; undefined for what is not shown, as all that judges were asked. */
export function stepOf(event: RunEvent): TranscriptStep | undefined {
  if (event.type === "component_entered") return { type: "entered", component: event.component };
  if (event.type === "tool_called") return callStep(event);
  if (event.type === "model_called") return event.role === "judge" ? undefined : replyStep(event);
  return event.type === "note" && event.component !== "judge" ? noteStep(event) : undefined;
}

function noteStep({ component, kind, text }: Note): NoteStep {
  return { type: "note", component, kind, text: cutText(text) };
}

function replyStep({ component, model, reply, error }: ModelCalled): ReplyStep {
  return {
    type: "reply",
    component,
    model,
    text: cutText(reply === undefined ? "" : textOf(reply)),
    callIds: (reply?.parts ?? []).flatMap((part) => (part.type === "text" ? [] : [part.id])),
    ...(error !== undefined && { error: cutText(`${error.code}: ${error.message}`) }),
    activeMs: reply?.activeMs ?? 0,
    ...(reply !== undefined && { usage: reply.usage }),
  };
}

function textOf({ parts }: ChatReply): string {
  return parts.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

function callStep(event: ToolCalled): CallStep {
  const { component, callId, tool, args, effectiveArgs, isError, durationMs, answeredBy } = event;
  const given = plainText(event.result);
  const read = event.content ?? given;
  return {
    type: "call",
    component,
    callId,
    tool,
    args: cutText(JSON.stringify(args)),
    ...(effectiveArgs !== undefined && { effectiveArgs: cutText(JSON.stringify(effectiveArgs)) }),
    content: cutText(read),
    ...(read !== given && { result: cutText(given) }),
    isError,
    durationMs,
    ...(answeredBy !== undefined && { answeredBy }),
  };
}

function plainText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
