import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { fieldOf, unreadIn } from "./flow-check.ts";

/** A stop for the user must show the answer, and outside of a chat also the question. */
export function checkHumanInputs({ flow, problems }: FlowDraft): readonly FlowProblem[] {
  const inChat = flow.version === "v1" && flow.environment === "chat";
  const needed = inChat ? ["on_user_response"] : ["on_user_input_prompt", "on_user_response"];
  const unread = unreadIn(problems, "ui_log_events");
  return flow.components.flatMap((component) => {
    if (component.type !== "HumanInputComponent" || unread.has(component.at[1])) return [];
    const missing = needed.filter((event) => !component.uiLogEvents.includes(event));
    if (missing.length === 0) return [];
    const message = `"ui_log_events" of component "${component.name}" lacks ${missing.join(" and ")}`;
    const place = fieldOf(flow, component, "ui_log_events");
    return [{ ...place, rule: "E82", message, hint: "leave the key out to have both" }];
  });
}
