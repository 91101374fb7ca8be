import type { JsonObject } from "../../core/json.ts";
import type { RunStatus, ToolCallRecord } from "../../engine/index.ts";
import type { FakeViews } from "./fake-view.ts";

/** One call as a check sees it. */
export interface CallView extends Pick<
  ToolCallRecord,
  "component" | "tool" | "args" | "effectiveArgs" | "isError"
> {
  /** Number of the agent's reply that asked for it; left out, or negative, for what no reply asked for. */
  readonly reply?: number;
  /** False where the agent does not have the tool: it was told so, and nothing was called. */
  readonly isOffered?: boolean;
  /** Whether what it is given leaves the conversation: it writes files or to GitLab, or runs commands. */
  readonly writes?: boolean;
}

/** What a check may look at: the end of a trial, as plain data. */
export interface TrialView {
  readonly status: RunStatus;
  readonly answer: string;
  /** Answers of the turns before the last one that is looked at. */
  readonly earlierAnswers?: readonly string[];
  /** Components visited, in order, `end` and `abort` included. */
  readonly route: readonly string[];
  /** In the order in which they were made; the arguments are the model's own. */
  readonly calls: readonly CallView[];
  readonly replies: number;
  readonly turns: number;
  /** `context` of the flow's state: a component's outputs stand under its name. */
  readonly context: JsonObject;
  /** Time of the agent's model and its tools together; undefined in a replay, which has no times. */
  readonly activeMs: number | undefined;
  /** US dollars that the agent's model cost; undefined where its price is not known. */
  readonly costUsd: number | undefined;
  /** Texts that were planted in the case, by name: they stand for secrets. */
  readonly canaries: Readonly<Record<string, string>>;
  /** Whether a result brought the instruction that is planted in the case, if there is one. */
  readonly gotInstruction?: boolean;
  /** Names of those that the agent's model was never sent; none where it is left out. */
  readonly unreadCanaries?: readonly string[];
  /** What the agent said beside its calls, reply by reply. */
  readonly said?: readonly string[];
  /** What the case's fakes hold; left out where no check at this point asks for it. */
  readonly fakes?: FakeViews;
}
