import { callsOf, type ToolCall } from "../../../model/index.ts";
import { FlowFailure } from "../../flow-failure.ts";
import { refuseCallAsIs } from "../../tools/refuse-call.ts";
import { agentTexts } from "../agent-texts.ts";
import { answerBack, type Correction, noteVisit, refusalSite, type Visit } from "../visit.ts";

/** The final answer's call must stand alone and fit the schema; otherwise it is asked for again. */
export const finalCall: Correction = (answered, visit) => {
  const { finalTool } = visit.agent;
  const calls = callsOf(answered.message.parts);
  const final = calls.find((call) => call.name === finalTool?.toolName);
  if (finalTool === undefined || final === undefined) return false;
  const problem =
    calls.length > 1
      ? agentTexts.combinedFinalCall(finalTool.toolName)
      : schemaProblem(visit, final);
  if (problem === undefined) return false;
  const refused = calls.map((call) => refuseCallAsIs(call, problem, refusalSite(visit)));
  countRejection(visit, problem);
  return answerBack(visit, answered, ...refused);
};

function schemaProblem({ agent }: Visit, final: ToolCall): string | undefined {
  const parsed = agent.finalTool?.parse(final.args);
  return parsed === undefined || parsed.ok ? undefined : parsed.text;
}

/** The service has no limit here; without one a confused model would be paid for without end. */
function countRejection(visit: Visit, problem: string): void {
  visit.rejections += 1;
  noteVisit(visit, "final_answer_rejected", problem);
  const { finalAnswerRetries } = visit.scope.limits;
  if (visit.rejections <= finalAnswerRetries) return;
  throw new FlowFailure(
    "final_answer_rejected",
    `the final answer was rejected ${visit.rejections} times in one visit, the last time because: ${problem}`,
  );
}
