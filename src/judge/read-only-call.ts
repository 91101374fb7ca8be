import type { JsonObject } from "../core/json.ts";
import type { ChatReply } from "../model/index.ts";
import type { FailedReading, ReplyReading } from "./ask-with-repair.ts";
import { repairText } from "./judge-prompt.ts";

/** What the arguments of a call come to, and in words for the judge what is wrong with them. */
interface ReadArgs<T> {
  readonly value: T;
  readonly problems: readonly string[];
}

/** Reads a reply of which one complete call of one tool is all that counts, whatever its text says. */
export function readOnlyCall<T>(
  reply: ChatReply,
  tool: string,
  read: (args: JsonObject) => ReadArgs<T>,
): ReplyReading<T> {
  if (reply.stopReason === "refusal") return unusable("it refused to answer");
  if (reply.stopReason === "max_tokens") return unusable("its reply was cut at the token limit");
  const calls = reply.parts.filter((part) => part.type !== "text");
  const [call] = calls;
  if (call === undefined) return unusable("it did not call the tool");
  if (calls.length > 1) return unusable(`it made ${calls.length} calls instead of one`);
  if (call.name !== tool) return unusable("it called a tool that does not exist");
  if (call.type !== "tool_call") return repair(call, ["the arguments are not JSON"]);
  const { value, problems } = read(call.args);
  return problems.length > 0 ? repair(call, problems) : { type: "read", value };
}

function repair(
  { id, name }: { readonly id: string; readonly name: string },
  problems: readonly string[],
): FailedReading {
  const content = repairText(problems);
  return {
    type: "repair",
    problems,
    answer: { role: "tool", callId: id, name, content, isError: true },
  };
}

function unusable(reason: string): FailedReading {
  return { type: "unusable", reason };
}
