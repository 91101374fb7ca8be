import type { ToolCall } from "../../model/index.ts";
import type { Toolset } from "../tools/toolset.ts";
import type { ApprovalSettings } from "./approval-settings.ts";

/** The calls that the user is asked about. */
export function callsToApprove(
  calls: readonly ToolCall[],
  { tools }: Toolset,
  approval: ApprovalSettings,
): readonly ToolCall[] {
  return calls.filter(({ name }) => {
    const tool = tools.get(name);
    return tool === undefined || !approval.isPreApproved(tool.spec);
  });
}
