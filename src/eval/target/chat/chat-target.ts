import type { JsonObject } from "../../../core/json.ts";
import type { EngineParts } from "../flow/flow-target.ts";
import type { TargetBase } from "../target-base.ts";

/**
 * A classic chat: one prompt, tools that only read, and the user. Its flow is made of what the suite says,
 * so that the engine runs it as it runs the chats of the service.
 */
export interface ChatTarget extends TargetBase, EngineParts {
  readonly kind: "chat";
  /** What every conversation is given besides the question, by name. */
  readonly inputs: JsonObject;
}
