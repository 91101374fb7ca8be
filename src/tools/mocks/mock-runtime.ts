import type { Clock } from "../../core/clock.ts";
import { AppError } from "../../core/errors/app-error.ts";
import type { JsonObject } from "../../core/json.ts";
import type { Fake } from "../fakes/fake.ts";
import { bundledTools, type ToolCatalog } from "../tool-catalog.ts";
import type { ToolInvocation, ToolOutcome, ToolRuntime } from "../tool-runtime.ts";
import type { UnmockedCallError } from "../unmocked-call-error.ts";
import { answerText } from "./answer-text.ts";
import type { MockAnswer, MockRule, Mocks } from "./mock.ts";
import { type RuleState, unmockedCall } from "./unmocked-call.ts";

/** Renders a template of a mock over `{ args }`; the flow module's, which this layer may not import. */
type RenderMock = (source: string, variables: JsonObject) => string;

/** What happens to a call that no rule answers. */
export type UnmockedPolicy = "suite_error" | "tool_error";

export interface MockRuntimeOptions {
  readonly render: RenderMock;
  /** Spends the `latency_ms` of a rule. */
  readonly clock: Clock;
  /** What is known of tools; the service's in our own words when left out. */
  readonly catalog?: ToolCatalog | undefined;
  readonly unmocked?: UnmockedPolicy;
  /** Answer what no rule answers. */
  readonly fakes?: Iterable<Fake>;
  /** Where a missing mock is to be added; `tools` of the case or the suite when left out. */
  readonly home?: string;
  /** Told of each call that nothing answered, under either policy. */
  readonly onUnmocked?: (error: UnmockedCallError) => void;
}

/** The tools of one trial, answered by mocks, or else by fakes. Rules count their answers per runtime, so make one for each trial. */
export function createMockRuntime(mocks: Mocks, options: MockRuntimeOptions): ToolRuntime {
  const answered = new Map<MockRule, number>();
  const { catalog = bundledTools } = options;
  const fakes = new Map(
    [...(options.fakes ?? [])].flatMap((fake) => fake.tools.map((tool) => [tool, fake])),
  );
  return {
    // Only what is not the service's can be declared, and what a suite says counts more than an import.
    spec: (name) => mocks.get(name)?.declared ?? catalog.tool(name),
    async call(invocation, signal) {
      const rules = mocks.get(invocation.tool)?.rules ?? [];
      const states = rules.map((rule) => stateOf(rule, invocation, answered));
      const rule = states.find(({ isMatch, isUsedUp }) => isMatch && !isUsedUp)?.rule;
      if (rule === undefined) {
        return (
          fakes.get(invocation.tool)?.call(invocation) ??
          refuse(unmockedCall(invocation, states, options.home), options)
        );
      }
      // Counted before anything is awaited: calls of one reply run side by side.
      answered.set(rule, (answered.get(rule) ?? 0) + 1);
      if (rule.latencyMs > 0) await options.clock.sleep(rule.latencyMs, signal);
      const { compute } = rule.answer;
      const outcome =
        compute === undefined
          ? answer(rule, invocation, options.render)
          : await computed(compute, invocation);
      return { ...outcome, answeredBy: mockName(rule, rules) };
    },
  };
}

/** `mock`, or which of several: counted from 1, as they stand in the suite. */
function mockName(rule: MockRule, rules: readonly MockRule[]): string {
  return rules.length === 1 ? "mock" : `mock ${rules.indexOf(rule) + 1} of ${rules.length}`;
}

function stateOf(
  rule: MockRule,
  { args }: ToolInvocation,
  answered: ReadonlyMap<MockRule, number>,
): RuleState {
  const count = answered.get(rule) ?? 0;
  return {
    rule,
    isMatch: rule.args?.matches(args) ?? true,
    isUsedUp: rule.times !== undefined && count >= rule.times,
  };
}

function refuse(error: UnmockedCallError, options: MockRuntimeOptions): ToolOutcome {
  options.onUnmocked?.(error);
  if (options.unmocked !== "tool_error") throw error;
  return { type: "error", message: "not available in this environment", answeredBy: "unmocked" };
}

async function computed(
  compute: NonNullable<MockAnswer["compute"]>,
  { tool, args }: ToolInvocation,
): Promise<ToolOutcome> {
  try {
    const { isError, content } = await compute(args);
    const text = answerText(content, undefined);
    return isError ? { type: "error", message: text } : { type: "value", value: text };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = "return what the tool returns; `toolError(text)` is an error that the model reads";
    const message = `the function that answers for ${tool} fails: ${reason}`;
    throw new AppError("TOOL_MOCK_INVALID", message, { hint, cause: error });
  }
}

function answer(rule: MockRule, { tool, args }: ToolInvocation, render: RenderMock): ToolOutcome {
  const { isError, content, isTemplate } = rule.answer;
  const renderOrBlame = (source: string): string => {
    try {
      return render(source, { args });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const hint = "its only variable is args, the arguments of the call";
      throw new AppError(
        "TOOL_MOCK_INVALID",
        `a template in the mock of ${tool} fails: ${reason}`,
        { hint, cause: error },
      );
    }
  };
  const text = answerText(content, isTemplate ? renderOrBlame : undefined);
  return isError ? { type: "error", message: text } : { type: "value", value: text };
}
