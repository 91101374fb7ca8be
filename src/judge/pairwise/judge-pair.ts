import type { ModelClient, Usage } from "../../model/index.ts";
import { type AskOptions, askWithRepair } from "../ask-with-repair.ts";
import { sourcesOf } from "../evidence.ts";
import type { Reasons } from "../verdict.ts";
import type { PairInput, PairWinner } from "./pair-input.ts";
import { pairParts } from "./pair-parts.ts";
import { pairRequest } from "./pair-request.ts";
import { readPreference } from "./read-preference.ts";

/** What a judge says of two answers in one order. `error` is missing data: it is no tie. */
export type PairJudgment =
  | ({ readonly type: "preference"; readonly winner: PairWinner; readonly usage: Usage } & Reasons)
  | {
      readonly type: "error";
      /** `infra` when the provider or the network failed; `judge` when the answer could not be used. */
      readonly cause: "judge" | "infra";
      readonly message: string;
      readonly usage: Usage;
    };

/**
 * Asks a judge once which of two answers serves the user better; it may repair its reply once.
 *
 * @throws ModelError when the key is refused or the model does not exist, and whatever else nobody can go on
 * after: a script without a reply, an abort.
 */
export async function judgePair(
  input: PairInput,
  client: ModelClient,
  options: AskOptions = {},
): Promise<PairJudgment> {
  const parts = pairParts(input);
  const sources = sourcesOf(parts);
  const asked = await askWithRepair(pairRequest(parts, input.criteria), client, {
    ...options,
    read: (reply) => readPreference(reply, sources),
    sought: "preference",
  });
  if (asked.type === "error") return asked;
  const { usage, value } = asked;
  const { winner, ...reasons } = value;
  if (winner === "cannot_tell") {
    const message = `the judge cannot tell: ${reasons.reasoning}`;
    return { type: "error", cause: "judge", message, usage };
  }
  return { type: "preference", winner, ...reasons, usage };
}
