import { AppError } from "../../core/errors/app-error.ts";
import { clip } from "../../core/text/clip.ts";

/** So much within every window of a length. */
export interface Rate {
  readonly unit: "requests" | "tokens";
  readonly amount: number;
  readonly windowMs: number;
  /** In one spelling, for messages: `160/8h`. */
  readonly text: string;
}

const form =
  /^ *(?<amount>[1-9]\d{0,8})(?: +(?<unit>requests?|tokens?))? *\/ *(?<count>[1-9]\d{0,3})? *(?<window>s|sec|second|m|min|minute|h|hour|d|day)s? *$/;

/** By the first letter of a window's name. */
const windows: Readonly<Record<string, readonly [name: string, ms: number]>> = {
  s: ["s", 1000],
  m: ["min", 60_000],
  h: ["h", 3_600_000],
  d: ["d", 86_400_000],
};

/**
 * Reads a rate: `160/8h`, `50/min`, `40000 tokens/min`. Without a unit, requests are meant.
 *
 * @throws AppError MODEL_RATE_INVALID
 */
export function parseRate(text: string): Rate {
  const { amount, unit, count = "1", window = "" } = form.exec(text)?.groups ?? {};
  const length = windows[window.slice(0, 1)];
  if (amount === undefined || length === undefined) throw notARate(text);
  const [name, ms] = length;
  const isTokens = unit?.startsWith("token") === true;
  return {
    unit: isTokens ? "tokens" : "requests",
    amount: Number(amount),
    windowMs: Number(count) * ms,
    text: `${amount}${isTokens ? " tokens" : ""}/${count === "1" ? "" : count}${name}`,
  };
}

function notARate(text: string): AppError {
  return new AppError("MODEL_RATE_INVALID", `"${clip(text, 40)}" is not a rate`, {
    hint: "write requests or tokens for a window: 50/min, 160/8h, 40000 tokens/min",
  });
}
