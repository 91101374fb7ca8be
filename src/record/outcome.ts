/** How a trial or a case ended; see the design, "Outcomes". The order is that of precedence. */
export const outcomes = [
  "suite_error",
  "infra_error",
  "agent_error",
  "fail",
  "judge_error",
  "pass",
] as const;

export type Outcome = (typeof outcomes)[number];
