import { RestError } from "./rest.ts";

/** Commands that GitLab knows in texts; a line that begins with any other word after a slash is text. */
const commands: ReadonlySet<string> = new Set(
  (
    "approve assign assign_reviewer award blocked_by blocks cc child_of clear_health_status clear_parent " +
    "clear_weight clone close confidential convert_to_ticket copy_metadata create_merge_request done draft due " +
    "duplicate epic estimate health_status invite_email iteration label link lock merge milestone move parent " +
    "parent_epic promote promote_to publish react ready reassign reassign_reviewer rebase relabel relate " +
    "remove_child remove_child_epic remove_contacts remove_due_date remove_email remove_epic remove_estimate " +
    "remove_iteration remove_link remove_milestone remove_parent remove_parent_epic remove_time_spent " +
    "remove_zoom reopen request_review run_pipeline set_parent severity ship shrug spend spend_time spent start " +
    "status submit_review subscribe tableflip target_branch timeline title todo type unapprove unassign " +
    "unassign_reviewer unblock unlabel unlink unlock unsubscribe weight zoom"
  ).split(" "),
);

/** Whether a line outside of a code block is one of GitLab's quick actions: `/close`, `/label ~bug`. */
export function hasQuickAction(text: string): boolean {
  let isCode = false;
  for (const line of text.split("\n")) {
    const trimmed = line.trimStart();
    if (trimmed.startsWith("```")) isCode = !isCode;
    const name = /^\/([a-z_]+)(?:\s|$)/.exec(trimmed)?.[1];
    if (!isCode && name !== undefined && commands.has(name)) return true;
  }
  return false;
}

/**
 * GitLab does not let agents use quick actions, wherever it would execute them.
 *
 * @throws RestError when one of the texts has any
 */
export function refuseQuickActions(...texts: readonly (string | null | undefined)[]): void {
  if (!texts.some((text) => hasQuickAction(text ?? ""))) return;
  throw new RestError(403, {
    message: "403 Forbidden - Quick actions cannot be used with AI workflows.",
  });
}
