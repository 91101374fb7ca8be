import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { toolException } from "../../core/reply.ts";

/** Ends a tool with the exception that the real one raises; nothing but `toolCall` catches it. */
export class ToolFailure extends Error {
  override readonly name = "ToolFailure";
}

/** What a tool gives, with a failure as its exception. */
export function toolCall(work: () => ToolOutcome): ToolOutcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof ToolFailure) return toolException(error.message);
    throw error;
  }
}

/** GitLab's words for what is not there and for what may not be done: it does not tell them apart. */
const hidden =
  "The resource that you are attempting to access does not exist or you don't have permission to perform this action";

/** A mutation that GraphQL answers with errors. */
export function graphqlFailure(message: string = hidden): ToolFailure {
  return new ToolFailure(`GraphQL errors: [{"message": ${JSON.stringify(message)}}]`);
}
