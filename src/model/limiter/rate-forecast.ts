import type { Rate } from "./rate.ts";

/** What a run needs at least of one model. */
export interface RateNeed {
  readonly model: string;
  readonly requests: number;
  readonly rates: readonly Rate[];
}

/**
 * Says for which models a run needs more requests than a window allows, and how long it takes at least;
 * nothing where no window is in its way.
 */
export function rateForecast(needs: readonly RateNeed[]): string[] {
  return needs.flatMap(({ model, requests, rates }) =>
    rates
      .filter(({ unit, amount }) => unit === "requests" && requests > amount)
      .map((rate) => {
        // The first window begins with the first request; after that, each waits for the one before.
        const ms = Math.floor((requests - 1) / rate.amount) * rate.windowMs;
        return `needs at least ${requests} requests of ${model}; the limit is ${rate.text}: takes at least ${durationText(ms)}`;
      }),
  );
}

function durationText(ms: number): string {
  const [name, unit] = units.find(([, length]) => ms >= length) ?? ["s", 1000];
  const whole = Math.floor(ms / unit);
  const rest = units.find(([, length]) => length < unit && ms - whole * unit >= length);
  if (rest === undefined) return `${whole} ${name}`;
  return `${whole} ${name} ${Math.floor((ms - whole * unit) / rest[1])} ${rest[0]}`;
}

const units: readonly (readonly [string, number])[] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1000],
];
