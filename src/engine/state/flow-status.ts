/** Spellings of `status` that the engine writes; routers compare with exactly these. */
export const flowStatus = {
  notStarted: "Not Started",
  execution: "Execution",
  completed: "Completed",
  error: "Error",
  inputRequired: "input_required",
  toolApprovalRequired: "tool_call_approval_required",
} as const;

/** One of the spellings in {@link flowStatus}. */
export type FlowStatus = (typeof flowStatus)[keyof typeof flowStatus];
