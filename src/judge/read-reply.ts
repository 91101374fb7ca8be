import { type ChatReply, judgeProtocol, type ToolMessage } from "../model/index.ts";
import type { Source } from "./evidence.ts";
import type { JudgeItems } from "./judge-input.ts";
import { repairText } from "./judge-prompt.ts";
import { readGrades } from "./read-grades.ts";
import { unknownFields } from "./read-reasons.ts";
import { readVerdicts } from "./read-verdicts.ts";
import type { CriterionVerdict, RubricGrade } from "./verdict.ts";

/** What a reply is held against. */
export interface ReplyTerms extends JudgeItems {
  /** Everything that may be quoted. */
  readonly sources: readonly Source[];
}

/** What a judge's reply comes to. */
export type ReplyReading =
  | {
      readonly type: "verdicts";
      readonly verdicts: readonly CriterionVerdict[];
      readonly grades: readonly RubricGrade[];
    }
  /** Wrong in a way that the judge can repair when it is told. */
  | { readonly type: "repair"; readonly problems: readonly string[]; readonly answer: ToolMessage }
  | { readonly type: "unusable"; readonly reason: string };

/** Reads a reply; only one complete call of the one tool can hold verdicts, whatever the text says. */
export function readReply(reply: ChatReply, terms: ReplyTerms): ReplyReading {
  if (reply.stopReason === "refusal") return unusable("it refused to answer");
  if (reply.stopReason === "max_tokens") return unusable("its reply was cut at the token limit");
  const calls = reply.parts.filter((part) => part.type !== "text");
  const [call] = calls;
  if (call === undefined) return unusable("it did not call the tool");
  if (calls.length > 1) return unusable(`it made ${calls.length} calls instead of one`);
  if (call.name !== judgeProtocol.toolName) return unusable("it called a tool that does not exist");
  if (call.type !== "tool_call") return repair(call, ["the arguments are not JSON"]);
  const { criteria, rubrics = [], sources } = terms;
  const verdicts = readVerdicts(call.args["verdicts"], criteria, sources);
  const grades = readGrades(call.args["grades"], rubrics, sources);
  const asked = [
    ...(criteria.length > 0 ? ["verdicts"] : []),
    ...(rubrics.length > 0 ? ["grades"] : []),
  ];
  const problems = [...unknownFields(call.args, asked), ...verdicts.problems, ...grades.problems];
  if (problems.length > 0) return repair(call, problems);
  return { type: "verdicts", verdicts: verdicts.entries, grades: grades.entries };
}

function repair(
  { id, name }: { readonly id: string; readonly name: string },
  problems: readonly string[],
): ReplyReading {
  const content = repairText(problems);
  return {
    type: "repair",
    problems,
    answer: { role: "tool", callId: id, name, content, isError: true },
  };
}

function unusable(reason: string): ReplyReading {
  return { type: "unusable", reason };
}
