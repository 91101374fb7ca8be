import type { JsonObject } from "../../core/json.ts";
import { type ChatReply, judgeProtocol } from "../../model/index.ts";
import type { ReplyReading } from "../ask-with-repair.ts";
import { readEvidence, type Source } from "../evidence.ts";
import { readOnlyCall } from "../read-only-call.ts";
import { readReasons } from "../read-reasons.ts";
import type { Reasons } from "../verdict.ts";
import type { PairWinner } from "./pair-input.ts";

/** What a judge recorded. */
export interface RecordedPreference extends Reasons {
  readonly winner: PairWinner | "cannot_tell";
}

const nothing: RecordedPreference = {
  winner: "cannot_tell",
  evidence: "",
  from: [],
  reasoning: "",
};

/** Reads a reply; a winner counts only with words of an answer that show why. */
export function readPreference(
  reply: ChatReply,
  sources: readonly Source[],
): ReplyReading<RecordedPreference> {
  return readOnlyCall(reply, judgeProtocol.preferenceToolName, (args) => {
    const said = asPreference(args);
    if (typeof said === "string") return { value: nothing, problems: [said] };
    const isDecided = said.winner === "first" || said.winner === "second";
    const { from, problem } = readEvidence(
      said.evidence,
      isDecided ? "answer" : "nothing",
      sources,
    );
    return { value: { ...said, from }, problems: problem === undefined ? [] : [problem] };
  });
}

function asPreference(args: JsonObject): Omit<RecordedPreference, "from"> | string {
  const reasons = readReasons(args, ["winner"]);
  if (typeof reasons === "string") return `the call ${reasons}`;
  const { winner } = args;
  if (winner !== "first" && winner !== "second" && winner !== "tie" && winner !== "cannot_tell") {
    return "`winner` must be first, second, tie or cannot_tell";
  }
  return { ...reasons, winner };
}
