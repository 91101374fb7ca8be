import { fullName } from "../full-name.ts";
import { parseRate, type Rate } from "./rate.ts";

/** Rates by name of the model, as they are written: with or without provider, `provider/*`, or `*`. */
export type WrittenRates = Readonly<Record<string, string | readonly string[]>>;

/** Which rates hold for a model. */
export type RateBook = (model: string) => readonly Rate[];

/**
 * Puts rates together that were written in several places, nearest first. The first place that says anything
 * of a model decides; in it, the most exact name does.
 *
 * @throws AppError MODEL_RATE_INVALID
 */
export function rateBook(places: readonly WrittenRates[]): RateBook {
  const books = places.map(
    (written) =>
      new Map(
        Object.entries(written).map(([name, rates]) => [
          fullName(name),
          [rates].flat().map((rate) => parseRate(rate)),
        ]),
      ),
  );
  return (model) => {
    const keys = namesOf(fullName(model));
    for (const book of books) {
      const key = keys.find((name) => book.has(name));
      if (key !== undefined) return book.get(key) ?? [];
    }
    return [];
  };
}

/** From the most exact name to the least. */
function namesOf(full: string): readonly string[] {
  const slash = full.indexOf("/");
  return [full, full.slice(slash + 1), `${full.slice(0, Math.max(0, slash))}/*`, "*"];
}
