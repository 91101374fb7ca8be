import { expect } from "vitest";
import type { JsonObject } from "../../core/json.ts";
import type { CheckOptions } from "../asking/agent-options.ts";
import type { ArgsMatcher, Times } from "../asking/agent-run.ts";
import { failureMessage } from "../asking/failure-message.ts";
import type { Session } from "../asking/session.ts";
import { sessionOf } from "../asking/sessions-of-runs.ts";

/** What a call must be like, besides being of a tool. */
export interface CallOptions {
  readonly args?: ArgsMatcher;
  readonly effective_args?: ArgsMatcher;
  readonly component?: string;
  readonly error?: boolean;
  readonly times?: Times;
}

/** How a list of tools is held against the calls, as in the check `call_order`. */
export type OrderMode = "exact" | "in_order" | "unordered" | "subset" | "superset";

/** Assertions about what an agent did; each is a check of YAML suites, and is recorded as one. */
export interface AgentMatchers<R = unknown> {
  /** The tool was called, with such arguments and so often if that is said. */
  toHaveCalledTool(tool: string, options?: CallOptions): R;
  /** These tools were called in this order; others may stand between, unless another mode is named. */
  toHaveCalledTools(tools: readonly string[], mode?: OrderMode): R;
  /** The tool was called so often. */
  toHaveToolCallCount(tool: string, times: Times): R;
  /** At least one call was made, of any tool. */
  toHaveToolCalls(): R;
  /** The answer has this text, or is what the check `answer` asks: `{ word: "42" }`. */
  toAnswer(wanted: string | JsonObject): R;
  /** The flow ended so: `completed`, `refused`, … */
  toHaveEndedAs(status: string): R;
  /** Every check holds, as a YAML suite has them under `expect`. */
  toPassChecks(checks: readonly CheckOptions[]): Promise<R>;
  /** A judge finds every statement to be met. */
  toSatisfyJudge(criteria: readonly string[]): Promise<R>;
}

declare module "vitest" {
  // oxlint-disable-next-line typescript/no-empty-object-type -- this is how Vitest is told of matchers
  interface Assertion<T> extends AgentMatchers<T> {}
  // oxlint-disable-next-line typescript/no-empty-object-type -- this is how Vitest is told of matchers
  interface AsymmetricMatchersContaining extends AgentMatchers {}
}

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/** Adds the matchers to Vitest's `expect`. */
export function addAgentMatchers(): void {
  expect.extend({
    toHaveCalledTool(run: unknown, tool: string, options: CallOptions = {}) {
      const pattern = Object.keys(options).length === 0 ? tool : { tool, ...options };
      const negated = options.times === undefined ? { not_called: pattern } : undefined;
      return match(run, { check: { called: pattern }, negated }, this);
    },
    toHaveCalledTools(run: unknown, tools: readonly string[], mode: OrderMode = "in_order") {
      return match(run, { check: { call_order: { tools, mode } } }, this);
    },
    toHaveToolCallCount(run: unknown, tool: string, times: Times) {
      return match(run, { check: { called: { tool, times } } }, this);
    },
    toHaveToolCalls(run: unknown) {
      return match(run, { check: { called: "*" }, negated: { no_calls: true } }, this);
    },
    toAnswer(run: unknown, wanted: string | JsonObject) {
      const negated = typeof wanted === "string" ? { answer: { not_contains: wanted } } : undefined;
      return match(run, { check: { answer: wanted }, negated }, this);
    },
    toHaveEndedAs(run: unknown, status: string) {
      return match(run, { check: { status } }, this);
    },
    async toPassChecks(run: unknown, checks: readonly CheckOptions[]) {
      return assessed(run, checks, this);
    },
    async toSatisfyJudge(run: unknown, criteria: readonly string[]) {
      return assessed(run, [{ judge: criteria }], this);
    },
  });
}

/** What a matcher asks. */
interface Asked {
  readonly check: object;
  /** The check that says the opposite, where there is one: it finds better words. */
  readonly negated?: object | undefined;
}

/** What Vitest says about the call of a matcher; `isNot` is only there where it is true. */
interface MatcherCall {
  readonly isNot?: boolean | undefined;
}

function match(run: unknown, { check, negated }: Asked, call: MatcherCall): MatcherResult {
  const session = required(run);
  const isNot = call.isNot === true;
  const holds = isNot ? decideNot(session, { check, negated }) : session.decide(check);
  const { expected, actual } = session.failure(check);
  const difference = expected === undefined ? {} : { expected, actual };
  // Vitest turns the result of a negated matcher round.
  return { pass: holds !== isNot, message: () => failureMessage(session.open), ...difference };
}

function decideNot(session: Session, { check, negated }: Asked): boolean {
  return negated === undefined ? session.decideNot(check) : session.decide(negated);
}

async function assessed(
  run: unknown,
  checks: readonly object[],
  { isNot }: MatcherCall,
): Promise<MatcherResult> {
  if (isNot === true) {
    throw new TypeError("this matcher has no `.not`: write the statement the other way round");
  }
  const session = required(run);
  await session.assess(checks);
  return { pass: true, message: () => "" };
}

function required(run: unknown): Session {
  const session = sessionOf(run);
  if (session !== undefined) return session;
  throw new TypeError("this is no run of an agent: hand in what `askAgent` gave back");
}
