import type { Check } from "../check/check.ts";

export const maxCostUsd: Check = {
  id: "max_cost_usd",
  needs: ["usage"],
  docs: {
    summary: "limits what the agent's tokens cost, in US dollars",
    rationale:
      "At the prices of `flowproof.yml`; the judge's tokens do not count. In the `expect` of a turn it is the cost of that turn. Where the price of the agent's model is not known, the check cannot be decided and the trial is a suite_error, never a pass. A script costs nothing, so there the check passes; the run is labeled `scripted`.",
  },
  schema: { type: "number", exclusiveMinimum: 0, maximum: 1_000_000 },
  examples: [
    { trial: { costUsd: 0.012 }, passes: [0.012, 1], fails: [0.0119, 0.01] },
    { trial: { costUsd: 0 }, passes: [0.01], fails: [] },
  ],
  refused: [],
  prepare(value) {
    const max = Number(value);
    return {
      type: "decidable",
      assess({ costUsd }) {
        if (costUsd === undefined) {
          return {
            pass: undefined,
            message: "the price of the agent's model is not known, so nor is the cost",
            hint: "write the model's price under `prices` in flowproof.yml",
          };
        }
        const cost = dollars(costUsd);
        if (costUsd <= max) return { pass: true, message: `${cost} of at most ${dollars(max)}` };
        return { pass: false, message: `expected at most ${dollars(max)}, it cost ${cost}` };
      },
    };
  },
};

/** To a hundredth of a cent, or further where that would hide everything. */
function dollars(amount: number): string {
  return `$${amount >= 0.01 || amount === 0 ? amount.toFixed(4) : amount.toPrecision(3)}`;
}
