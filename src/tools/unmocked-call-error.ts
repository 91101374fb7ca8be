import { AppError } from "../core/errors/app-error.ts";
import type { ToolInvocation } from "./tool-runtime.ts";

/** No mock answers a call: the suite is wrong at run time. The hint is a mock to paste. */
export class UnmockedCallError extends AppError {
  readonly invocation: ToolInvocation;

  constructor(invocation: ToolInvocation, message: string, hint: string) {
    super("TOOL_UNMOCKED", message, { hint });
    this.invocation = invocation;
  }
}
