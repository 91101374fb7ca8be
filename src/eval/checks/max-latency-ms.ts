import type { Check } from "../check/check.ts";

export const maxLatencyMs: Check = {
  id: "max_latency_ms",
  needs: ["times"],
  docs: {
    summary: "limits the time, in milliseconds, that the agent works",
    rationale:
      "The time of the agent's model and of its tools together. Waiting does not count: for a provider that is throttled, for a person, for the judge. In the `expect` of a turn it is the time of that turn. One trial is one measurement: give it room, or compare whole runs. A replay has no times of its own, so the check cannot be decided there and the trial is a suite_error.",
  },
  schema: { type: "number", exclusiveMinimum: 0, maximum: 86_400_000 },
  examples: [{ trial: { activeMs: 1200 }, passes: [1200, 5000], fails: [1199.9, 1] }],
  refused: [],
  prepare(value) {
    const max = Number(value);
    return {
      type: "decidable",
      assess({ activeMs }) {
        if (activeMs === undefined) {
          return {
            pass: undefined,
            message: "a replay cannot tell how long the agent takes",
            hint: "run it with the model itself, or leave `max_latency_ms` out",
          };
        }
        const took = `${Math.round(activeMs)} ms`;
        if (activeMs <= max) return { pass: true, message: `${took} of at most ${max} ms` };
        return { pass: false, message: `expected at most ${max} ms, it took ${took}` };
      },
    };
  },
  problems(value, { maxMs }) {
    if (Number(value) < maxMs) return [];
    const message = `a trial ends by itself after ${maxMs} ms, so it cannot fail`;
    const hint = "lower it, or raise `limits: { max_seconds }`";
    return [{ code: "EVAL_NOTHING_TO_CHECK", path: [], message, hint }];
  },
};
