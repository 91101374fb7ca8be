import type { JsonObject } from "../../core/json.ts";
import type { MessagesBody } from "../anthropic/messages-body.ts";
import { judgeProtocol } from "../judge-protocol/judge-protocol.ts";
import { evidenceFrom } from "./evidence-from.ts";
import { noVerdict } from "./no-reply.ts";
import type { RequestView } from "./request-view.ts";
import type { ScriptReply, ScriptVerdict } from "./script-file.ts";
import type { Script, ScriptEntry, ScriptVerdicts } from "./script.ts";

interface Asked {
  readonly body: MessagesBody;
  readonly view: RequestView;
  readonly answers: ScriptVerdicts;
}

/** A judge's reply: one verdict for each criterion that the request asks about. */
export function verdictReply(
  script: Script,
  entry: ScriptEntry,
  { body, view, answers }: Asked,
): ScriptReply {
  const shown = view.read("judge");
  const answer = typeof shown === "string" ? shown : "";
  const verdicts = Array.from({ length: countOf(body) }, (_, index) => {
    const criterion = index + 1;
    const verdict = answers.verdicts.get(String(criterion)) ?? answers.verdicts.get("*");
    if (verdict === undefined) throw noVerdict(script, entry, criterion);
    return inFull(criterion, verdict, answer);
  });
  return { calls: [{ tool: judgeProtocol.toolName, args: { verdicts } }] };
}

function countOf({ tools = [] }: MessagesBody): number {
  const tool = tools.find(({ name }) => name === judgeProtocol.toolName);
  return judgeProtocol.criteriaCount(tool?.input_schema) ?? 1;
}

function inFull(
  criterion: number,
  { verdict, evidence, reasoning = "As the script says." }: ScriptVerdict,
  answer: string,
): JsonObject {
  const quote = evidence ?? (verdict === "cannot_tell" ? "" : evidenceFrom(answer));
  return { criterion, evidence: quote, reasoning, verdict };
}
