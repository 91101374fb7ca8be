import { type ChatReply, judgeProtocol, type ToolMessage } from "../model/index.ts";
import { repairText } from "./judge-prompt.ts";
import { readVerdicts, type VerdictTerms } from "./read-verdicts.ts";
import type { CriterionVerdict } from "./verdict.ts";

/** What a judge's reply comes to. */
export type ReplyReading =
  | { readonly type: "verdicts"; readonly verdicts: readonly CriterionVerdict[] }
  /** Wrong in a way that the judge can repair when it is told. */
  | { readonly type: "repair"; readonly problems: readonly string[]; readonly answer: ToolMessage }
  | { readonly type: "unusable"; readonly reason: string };

/** Reads a reply; only one complete call of the one tool can hold verdicts, whatever the text says. */
export function readReply(reply: ChatReply, terms: VerdictTerms): ReplyReading {
  if (reply.stopReason === "refusal") return unusable("it refused to answer");
  if (reply.stopReason === "max_tokens") return unusable("its reply was cut at the token limit");
  const calls = reply.parts.filter((part) => part.type !== "text");
  const [call] = calls;
  if (call === undefined) return unusable("it did not call the tool");
  if (calls.length > 1) return unusable(`it made ${calls.length} calls instead of one`);
  if (call.name !== judgeProtocol.toolName) return unusable("it called a tool that does not exist");
  const reading =
    call.type === "tool_call"
      ? readVerdicts(call.args, terms)
      : { ok: false as const, problems: ["the arguments are not JSON"] };
  if (reading.ok) return { type: "verdicts", verdicts: reading.verdicts };
  const { problems } = reading;
  const answer: ToolMessage = {
    role: "tool",
    callId: call.id,
    name: call.name,
    content: repairText(problems),
    isError: true,
  };
  return { type: "repair", problems, answer };
}

function unusable(reason: string): ReplyReading {
  return { type: "unusable", reason };
}
