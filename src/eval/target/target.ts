import type { ChatTarget } from "./chat/chat-target.ts";
import type { DuoChatTarget } from "./duo-chat/duo-chat-target.ts";
import type { FlowTarget } from "./flow/flow-target.ts";
import type { HttpTarget } from "./http/http-target.ts";
import type { RecordedTarget } from "./recorded/recorded-target.ts";

/** What is under test, as a suite describes it. */
export type Target = FlowTarget | ChatTarget | HttpTarget | RecordedTarget | DuoChatTarget;

/** A target that our engine runs, with mocks in the place of its tools. */
export type EngineTarget = FlowTarget | ChatTarget;

/** Whether a target runs here, where everything that it does can be seen. */
export function isEngineTarget(target: Target): target is EngineTarget {
  return target.kind === "flow" || target.kind === "chat";
}

/** Those of some targets that run here. */
export function engineTargets(targets: readonly Target[]): readonly EngineTarget[] {
  return targets.filter(isEngineTarget);
}
