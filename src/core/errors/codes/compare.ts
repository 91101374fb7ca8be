export const compareErrors = {
  COMPARE_GATE_INVALID: {
    kind: "usage",
    text: "A gate is a metric, a rule and a bound: `pass_rate.not_worse_than=0.05`. Pass rates and scores know `not_worse_than` (a loss in their unit) and `at_least` (of the second system alone), a preference knows `at_least`; latency, first_token, tokens and cost know `ratio_at_most`.",
  },
} as const;
