import type { Clock } from "../core/clock.ts";
import type { Random } from "../core/random.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A short random name of digits and lower-case letters, five bits each, fit for a file name. */
export function randomId(random: Random, length = 6): string {
  return Array.from({ length }, () => alphabet[Math.floor(random.next() * alphabet.length)]).join(
    "",
  );
}

/** The name of a run: `20261121-110742-k3f9ab`. Ids sort as the runs began (UTC, to the second). */
export function newRunId(clock: Clock, random: Random): string {
  const [date, time] = new Date(clock.now()).toISOString().split("T");
  return `${digits(date)}-${digits(time?.slice(0, 8))}-${randomId(random)}`;
}

function digits(text = ""): string {
  return text.replaceAll(/\D/gu, "");
}
