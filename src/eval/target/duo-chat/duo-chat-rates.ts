import { duoChatLimit } from "../../../gitlab/index.ts";
import { rateBook, type RateBook, type WrittenRates } from "../../../model/index.ts";

/** What limiters know Duo Chat by; it is no model, and stands in their lists like one. */
export const duoChatKey = { provider: "gitlab", model: "duo_chat" } as const;

/** The name by which its rates are written and its waiting is told of. */
export const duoChatName: string = `${duoChatKey.provider}/${duoChatKey.model}`;

/**
 * A book that knows of Duo Chat besides models: GitLab.com's own limit, unless a place says another one under its
 * name. What is said of all models is not said of it.
 *
 * @throws AppError MODEL_RATE_INVALID
 */
export function withDuoChatRates(rates: RateBook, places: readonly WrittenRates[]): RateBook {
  const own = places.map((written) =>
    Object.fromEntries(Object.entries(written).filter(([name]) => name === duoChatName)),
  );
  const ofDuoChat = rateBook([...own, { [duoChatName]: duoChatLimit }]);
  return (model) => (model === duoChatName ? ofDuoChat : rates)(model);
}
