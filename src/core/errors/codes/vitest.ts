export const vitestErrors = {
  VITEST_NOT_SET_UP: {
    kind: "usage",
    text: "A test asks an agent, but flowproof's plugin is not in the configuration of Vitest. Without it Vitest ends each test after five seconds, and nobody keeps the record. Put `flowproofVitest()` under `plugins`, or let `defineEvalConfig()` make the whole configuration; both come from `flowproof/vitest/config`.",
  },
  VITEST_NO_TEST: {
    kind: "usage",
    text: 'An agent is asked where the test cannot be known: outside of a test, or in tests that run side by side. What is asked there would be recorded under the name of another test. Ask in a test, and hand a concurrent one in: `test.concurrent("…", async ({ task }) => { await askAgent("…", { task }); })`.',
  },
  VITEST_RETRIED: {
    kind: "usage",
    text: "Vitest runs a test again that failed or that is to be repeated. A retry until it passes hides that an agent is unreliable, and two records of one case contradict each other. Leave `retry` and `repeats` out, and say how often a case is to be run and how often it must pass with `trials` and `require`.",
  },
  VITEST_TIMEOUT: {
    kind: "usage",
    text: "Vitest would end a test before the case in it has used the time that its limits allow. Leave `testTimeout` out, so that flowproof's plugin can turn it off, or give the case a shorter `limits: { max_seconds }`. An agent that takes too long then ends as `agent_error`, and what it did is recorded.",
  },
} as const;
