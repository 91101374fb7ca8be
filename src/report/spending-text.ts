import { printable } from "../core/text/printable.ts";
import type { Spending } from "./spending.ts";
import { cost, count } from "./words.ts";

/** `$0.12`, `no cost`, `at least $0.10, the rest is unknown`. */
export function costText({ costUsd, costAtLeastUsd = 0, surplus }: Spending): string {
  const known = costUsd === null && costAtLeastUsd > 0;
  const own = known ? `at least ${cost(costAtLeastUsd)}, the rest is unknown` : cost(costUsd);
  if (surplus === undefined || surplus.costUsd === 0) return own;
  return `${own}, and ${cost(surplus.costUsd)} for trials that were not needed any more`;
}

/** What else a reader must know of the cost, a sentence each. */
export function spendingNotes({ unpriced = [], cached, curtailed, surplus }: Spending): string[] {
  return [
    ...unpriced.map((model) => {
      if (model.startsWith("target/")) {
        return `what a target elsewhere costs (${printable(model)}) is not known here`;
      }
      return `the price of ${printable(model)} is not known: write it under \`prices\` in flowproof.yml`;
    }),
    ...(cached === undefined
      ? []
      : [`${replies(cached.replies)} came from the cache${saved(cached.savedUsd)}`]),
    ...(curtailed === undefined
      ? []
      : [
          `${count(curtailed.trials, "trial")} could change nothing any more: ${notRun(curtailed.trials, surplus?.trials ?? 0)}${saved(curtailed.savedUsd)}`,
        ]),
  ];
}

function saved(usd: number | null): string {
  return usd === null || usd === 0 ? "" : `, which saved about ${cost(usd)}`;
}

function replies(amount: number): string {
  return amount === 1 ? "1 reply" : `${amount} replies`;
}

function notRun(trials: number, ran: number): string {
  return ran === 0 ? "not run" : `${trials - ran} not run, ${ran} under way already`;
}
