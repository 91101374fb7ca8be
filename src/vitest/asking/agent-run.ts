import type { JsonObject } from "../../core/json.ts";
import type { OpenTrial } from "../../eval/index.ts";
import type { CheckRecord, Outcome } from "../../record/index.ts";
import type { CheckOptions } from "./agent-options.ts";
import type { Session } from "./session.ts";

/** How often: a number, or bounds that both count. */
export type Times = number | { readonly min?: number; readonly max?: number };

/** The arguments of a call as a matcher: `{ glql_yaml: { $contains: "opened" } }`. */
export type ArgsMatcher = JsonObject;

/** One call that the agent made. */
export interface AgentCall {
  readonly component: string;
  readonly tool: string;
  /** As the model wrote them. */
  readonly args: JsonObject;
  /** As they reached the tool, where that is something else. */
  readonly effectiveArgs?: JsonObject | undefined;
  readonly isError: boolean;
}

/** What one trial came to. */
export interface AgentTrial {
  readonly answer: string;
  readonly calls: readonly AgentCall[];
  /** Components visited, in order. */
  readonly route: readonly string[];
  /** How the flow ended: `completed`, `refused`, … */
  readonly status: string;
  /** By the checks that were made so far. */
  readonly outcome: Outcome;
  readonly checks: readonly CheckRecord[];
  /** `context` of the flow's state: a component's outputs stand under its name. */
  readonly context: JsonObject;
  readonly replies: number;
  readonly turns: number;
  readonly usage: {
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly cacheReadTokens: number;
    readonly cacheWriteTokens: number;
  };
}

const nothing = { inputTokens: 0, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };

/**
 * What came of asking an agent. The assertions are the checks of YAML suites, hold for every trial, and can
 * be chained; they throw when the case cannot pass any more. With several trials `answer` and its like
 * are those of the first; `trials` has them all.
 */
export class AgentRun {
  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
  }

  get trials(): readonly AgentTrial[] {
    return this.session.open.trials.map(trialOf);
  }

  get answer(): string {
    return this.first.answer;
  }

  get calls(): readonly AgentCall[] {
    return this.first.calls;
  }

  get route(): readonly string[] {
    return this.first.route;
  }

  get status(): string {
    return this.first.status;
  }

  get context(): JsonObject {
    return this.first.context;
  }

  get usage(): AgentTrial["usage"] {
    return this.first.usage;
  }

  get replies(): number {
    return this.first.replies;
  }

  get turns(): number {
    return this.first.turns;
  }

  /** What the case comes to by the checks that were made so far. */
  get outcome(): Outcome {
    return this.session.open.outcome;
  }

  /** At least one call was made, of any tool. */
  assertHasToolCalls(): this {
    return this.check({ called: "*" });
  }

  /** The tool was called at least once. */
  assertCalledTool(tool: string): this {
    return this.check({ called: tool });
  }

  /** The tool was never called. */
  assertNotCalledTool(tool: string): this {
    return this.check({ not_called: tool });
  }

  /** Some call of the tool had such arguments; others may stand beside them. */
  assertCalledToolWithArgs(tool: string, args: ArgsMatcher): this {
    return this.check({ called: { tool, args } });
  }

  /** No call of the tool had such arguments. */
  assertNotCalledToolWithArgs(tool: string, args: ArgsMatcher): this {
    return this.check({ not_called: { tool, args } });
  }

  /** The tool was called so often. */
  assertToolCallCount(tool: string, times: Times): this {
    return this.check({ called: { tool, times } });
  }

  /** A judge finds every statement to be met. */
  async assertLlmValidates(criteria: readonly string[]): Promise<this> {
    await this.session.assess([{ judge: criteria }]);
    return this;
  }

  /** Makes checks as a YAML suite has them under `expect`; all that are broken are told together. */
  async expect(checks: readonly CheckOptions[]): Promise<this> {
    await this.session.assess(checks);
    return this;
  }

  private check(given: object): this {
    this.session.check(given);
    return this;
  }

  private get first(): AgentTrial {
    const [first] = this.trials;
    if (first === undefined) throw new TypeError("there is no trial");
    return first;
  }
}

function trialOf({ result, outcome, checks }: OpenTrial): AgentTrial {
  return {
    answer: result?.answer ?? "",
    calls: (result?.calls ?? []).map(({ component, tool, args, effectiveArgs, isError }) => ({
      component,
      tool,
      args,
      effectiveArgs,
      isError,
    })),
    route: result?.route ?? [],
    status: result?.status ?? "failed",
    outcome,
    checks,
    context: result?.state.context ?? {},
    replies: result?.replies ?? 0,
    turns: result?.turns ?? 0,
    usage: result?.usage ?? nothing,
  };
}
