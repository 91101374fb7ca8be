import type { EngineTarget } from "../../target/target.ts";

/** Ends that only routers lead to. */
const ofGraphs: ReadonlySet<string> = new Set(["completed", "aborted", "ended_without_terminal"]);

/** Why a flow cannot end in a way; undefined where it can, or nobody knows. */
export function impossibleEnd(
  end: string,
  { flow, session, reference }: EngineTarget,
): string | undefined {
  if (flow.environment === "chat-partial") {
    if (!ofGraphs.has(end)) return undefined;
    return `a chat waits for the next message, so ${reference} ends in "waiting_input"`;
  }
  const asksPeople = flow.components.some(({ type }) => type === "HumanInputComponent");
  if (asksPeople) return undefined;
  if (end === "waiting_input") return `the flow ${reference} never waits for an answer of a person`;
  if (end !== "waiting_approval" || session.privileges !== undefined) return undefined;
  const asksApproval = flow.components.some(
    (each) => each.type === "AgentComponent" && each.requireToolApproval,
  );
  return asksApproval ? undefined : `the flow ${reference} never waits for an approval`;
}
