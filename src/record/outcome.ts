/** How a trial or a case ended; see the design, "Outcomes". In the order of precedence. */
export type Outcome =
  | "suite_error"
  | "infra_error"
  | "agent_error"
  | "fail"
  | "judge_error"
  | "pass";
