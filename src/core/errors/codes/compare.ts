export const compareErrors = {
  COMPARE_GATE_INVALID: {
    kind: "usage",
    text: "A gate is a metric, a rule and a bound: `pass_rate.not_worse_than=0.05`. Pass rates and scores know `not_worse_than` (a loss in their unit) and `at_least` (of the second system alone), a preference knows `at_least`; latency, first_token, tokens and cost know `ratio_at_most`.",
  },
  COMPARE_NOTHING_IN_COMMON: {
    kind: "usage",
    text: "Two systems are compared case by case, paired by suite and id. These two have no case in common, so that there is nothing to say about them. Compare runs of the same suites, or two targets of one run.",
  },
  COMPARE_PAIRWISE_JUDGE: {
    kind: "usage",
    text: "With `--pairwise` one judge holds the answers of two systems against each other. A panel is named here, or the suites of the run had different judges. Name one with `--judge-model` or VALIDATION_MODEL.",
  },
  COMPARE_PAIRWISE_NO_ANSWERS: {
    kind: "usage",
    text: "With `--pairwise` a judge reads what both systems answered. A baseline file keeps what a run came to and none of its answers, so that there is nothing to read: name the run itself, or compare without `--pairwise`.",
  },
  COMPARE_TARGET_UNCLEAR: {
    kind: "usage",
    text: "A run of several targets holds several systems, and only one of them can be a side of a comparison: write `<run>#<target>`, with a target that the run has. `flowproof compare latest#chat latest#workflow` compares two targets of the last run.",
  },
  COMPARE_BASELINE_INVALID: {
    kind: "usage",
    text: "A baseline file does not have the form that schemas/baseline.schema.json describes, is of another version, or says two things of one case. `flowproof eval baseline accept` writes it; write it again rather than repair it by hand.",
  },
  COMPARE_BASELINE_REFUSED: {
    kind: "usage",
    text: "A run cannot be accepted into a baseline file: it played a script, replayed models or was of another target than what the file holds, it decided nothing, or it ran only a part of the cases and should say which are gone. A baseline of real models in which a script had decided some cases would be worth nothing, and nobody would see it.",
  },
} as const;
