import { callsOf } from "../../../model/index.ts";
import { FlowFailure } from "../../flow-failure.ts";
import { refuseReply } from "../../tools/refuse-call.ts";
import { wrapUpText } from "../cycle-messages.ts";
import { answerBack, type Correction, noteVisit, refusalSite } from "../visit.ts";

/** An agent at its limit may only give its answer; any other call is refused and asked again. */
export const ignoredWrapUp: Correction = (answered, visit) => {
  const { agent, wrapUp } = visit;
  const others = callsOf(answered.message.parts).filter(
    (call) => call.name !== agent.finalTool?.toolName,
  );
  if (!wrapUp || others.length === 0) return false;
  const refused = refuseReply(answered.message.parts, refusalSite(visit));
  visit.wrapUps += 1;
  noteVisit(
    visit,
    "wrap_up",
    `reply ${visit.wrapUps} at the limit calls tools instead of answering`,
  );
  if (visit.wrapUps >= agent.maxWrapUpRetries) {
    throw new FlowFailure(
      "agent_stuck",
      `${visit.wrapUps} replies at the limit of cycles went on calling tools`,
    );
  }
  return answerBack(visit, answered, ...refused, { role: "user", text: wrapUpText(agent) });
};
