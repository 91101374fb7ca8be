import { FlowFailure } from "../../flow-failure.ts";
import { isCutOff } from "../../session/is-cut-off.ts";
import { refuseReply } from "../../tools/refuse-call.ts";
import { agentTexts } from "../agent-texts.ts";
import { answerBack, type Correction, noteVisit, refusalSite } from "../visit.ts";

const maxTruncatedReplies = 5;

/** A reply that ran out of tokens is never acted on, even when its calls are complete. */
export const truncatedReply: Correction = (answered, visit) => {
  if (!isCutOff(answered.reply.stopReason)) return false;
  const refused = refuseReply(answered.message.parts, refusalSite(visit));
  visit.truncated += 1;
  noteVisit(visit, "reply_truncated", `reply ${visit.truncated} of this visit ran out of tokens`);
  if (visit.truncated >= maxTruncatedReplies) {
    throw new FlowFailure(
      "agent_stuck",
      `${visit.truncated} replies in one visit ran out of tokens`,
    );
  }
  return answerBack(visit, answered, ...refused, { role: "user", text: agentTexts.truncated });
};
