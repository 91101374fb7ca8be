import type { Config } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { clip } from "../../src/core/text/clip.ts";
import { withDuoChatRates } from "../../src/eval/index.ts";
import { type RateBook, rateBook, type WrittenRates } from "../../src/model/index.ts";
import type { ModelFlags } from "./model-flags.ts";

/** How models are asked, by flag and `flowproof.yml`. */
export interface ModelSettings {
  readonly rates: RateBook;
  /** Undefined for as many as usual. */
  readonly attempts: number | undefined;
  readonly promptedTools: boolean;
  readonly promptCache: boolean;
}

/** @throws AppError MODEL_RATE_INVALID */
export function modelSettings(
  flags: ModelFlags,
  models: Partial<Config["models"]> = {},
): ModelSettings {
  const retries = flags.maxRetries ?? models.maxRetries;
  const written = [ratesOf(flags), models.rates ?? {}];
  return {
    rates: withDuoChatRates(rateBook(written), written),
    attempts: retries === undefined ? undefined : retries + 1,
    promptedTools: flags.promptedTools ?? models.promptedTools ?? false,
    promptCache: flags.promptCache !== false && (models.promptCache ?? true),
  };
}

/** Rates by model; those without one are for every model. @throws AppError MODEL_RATE_INVALID */
function ratesOf({ rate = [] }: ModelFlags): WrittenRates {
  const rates: Record<string, string[]> = {};
  for (const text of rate) {
    const at = text.lastIndexOf("=");
    const model = at < 0 ? "*" : text.slice(0, at).trim();
    if (model === "") throw namelessRate(text);
    (rates[model] ??= []).push(text.slice(at + 1));
  }
  return rates;
}

/** It would hold for no model, and nobody would see that nothing is kept. */
function namelessRate(text: string): AppError {
  return new AppError("MODEL_RATE_INVALID", `"${clip(text, 40)}" names no model before its "="`, {
    hint: "write <model>=50/min, or 50/min for every model",
  });
}
