/** What came of a task that was handed over. */
export type DelegationOutcome =
  | { readonly status: "completed"; readonly result: string }
  | { readonly status: "error"; readonly error: string };

/** The result of a delegation as the supervisor's model reads it. */
export function delegationResult(
  { subagent, subsession }: { readonly subagent: string; readonly subsession?: number },
  outcome: DelegationOutcome,
): string {
  return [
    "<delegation_result>",
    `<subagent_name>${subagent}</subagent_name>`,
    ...(subsession === undefined ? [] : [`<subsession_id>${subsession}</subsession_id>`]),
    `<status>${outcome.status}</status>`,
    outcome.status === "completed"
      ? `<result>${outcome.result}</result>`
      : `<error>${outcome.error}</error>`,
    "</delegation_result>",
  ].join("\n");
}
