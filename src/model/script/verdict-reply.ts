import type { JsonObject } from "../../core/json.ts";
import type { MessagesBody } from "../anthropic/messages-body.ts";
import { judgeProtocol } from "../judge-protocol/judge-protocol.ts";
import { evidenceFrom } from "./evidence-from.ts";
import { noGrade, noVerdict } from "./no-reply.ts";
import type { RequestView } from "./request-view.ts";
import type { ScriptReply } from "./script-file.ts";
import type { Script, ScriptEntry, ScriptVerdicts } from "./script.ts";

interface Asked {
  readonly body: MessagesBody;
  readonly view: RequestView;
  readonly answers: ScriptVerdicts;
}

/** A judge's reply: a verdict for each criterion and a grade for each rubric that the request asks about. */
export function verdictReply(
  script: Script,
  entry: ScriptEntry,
  { body, view, answers }: Asked,
): ScriptReply {
  const shown = view.read("judge");
  const answer = typeof shown === "string" ? shown : "";
  const { criteria, rubrics } = askedAbout(body);
  const verdicts = Array.from({ length: criteria }, (_, index): JsonObject => {
    const criterion = index + 1;
    const said = answers.verdicts.get(String(criterion)) ?? answers.verdicts.get("*");
    if (said === undefined) throw noVerdict(script, entry, criterion);
    const { verdict } = said;
    return { criterion, ...reasons(said, verdict !== "cannot_tell", answer), verdict };
  });
  const grades = rubrics.map((rubric): [string, JsonObject] => {
    const name = rubric.replace(/\.\d+$/u, "");
    const said = [rubric, name, "*"].map((key) => answers.grades.get(key)).find(Boolean);
    if (said === undefined) throw noGrade(script, entry, name);
    const { grade } = said;
    return [rubric, { ...reasons(said, grade !== "cannot_tell", answer), grade }];
  });
  const args = {
    ...(criteria === 0 ? {} : { verdicts }),
    ...(grades.length === 0 ? {} : { grades: Object.fromEntries(grades) }),
  };
  return { calls: [{ tool: judgeProtocol.toolName, args }] };
}

/** A request whose schema says nothing of it asks about one criterion. */
function askedAbout({ tools = [] }: MessagesBody): {
  readonly criteria: number;
  readonly rubrics: readonly string[];
} {
  const tool = tools.find(({ name }) => name === judgeProtocol.toolName);
  const rubrics = judgeProtocol.rubricKeysIn(tool?.input_schema);
  const criteria = judgeProtocol.criteriaCount(tool?.input_schema);
  return { criteria: criteria ?? (rubrics.length === 0 ? 1 : 0), rubrics };
}

interface Said {
  readonly evidence?: string;
  readonly reasoning?: string;
}

function reasons(
  { evidence, reasoning = "As the script says." }: Said,
  isDecided: boolean,
  answer: string,
): JsonObject {
  return { evidence: evidence ?? (isDecided ? evidenceFrom(answer) : ""), reasoning };
}
