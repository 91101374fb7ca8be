import { clip } from "../../core/text/clip.ts";
import { printable } from "../../core/text/printable.ts";
import type { ToolInvocation } from "../tool-runtime.ts";
import { UnmockedCallError } from "../unmocked-call-error.ts";
import type { MockRule } from "./mock.ts";
import { pasteMock } from "./paste-mock.ts";

/** A rule as it stands when a call comes. */
export interface RuleState {
  readonly rule: MockRule;
  readonly isMatch: boolean;
  readonly isUsedUp: boolean;
}

const maxArgsChars = 200;
const maxDifferences = 3;

/** Says which call nothing answers, how to answer it, and how near the mocks came. */
export function unmockedCall(
  invocation: ToolInvocation,
  states: readonly RuleState[],
  home = "`tools` of the case or the suite",
): UnmockedCallError {
  const { tool, args } = invocation;
  const call = printable(clip(JSON.stringify(args), maxArgsChars));
  const lines = [`add to ${home}:\n${pasteMock(tool, args)}`];
  const near = nearest(tool, args, states);
  if (near !== undefined) lines.push(near);
  return new UnmockedCallError(
    invocation,
    `the agent called ${tool}, ${complaint(states)}: ${call}`,
    lines.join("\n"),
  );
}

function complaint(states: readonly RuleState[]): string {
  if (states.length === 0) return "which no mock answers";
  if (states.some(({ isMatch }) => isMatch)) return "and the mocks that match are used up";
  return states.length === 1
    ? "and its mock does not match"
    : `and none of its ${states.length} mocks matches`;
}

/** The rule that came nearest, of equally near ones the first. */
function nearest(
  tool: string,
  args: ToolInvocation["args"],
  states: readonly RuleState[],
): string | undefined {
  const distances = states.map(({ rule }) => rule.args?.distance(args) ?? 0);
  const index = distances.indexOf(Math.min(...distances));
  const state = states[index];
  if (state === undefined) return undefined;
  const name = states.length === 1 ? `the mock of ${tool}` : `rule ${index + 1} of ${tool}`;
  if (state.isMatch) {
    return `nearest: ${name} matches, but answers only ${times(state.rule.times ?? 0)} (\`times\`)`;
  }
  const differences = state.rule.args?.explain(args) ?? [];
  const shown = differences.slice(0, maxDifferences).map(({ pointer, expected, actual }) => {
    return `  ${pointer === "" ? "the arguments" : pointer.slice(1)}: expected ${expected}, got ${actual}`;
  });
  const others = differences.length - shown.length;
  if (others > 0) shown.push(`  and ${others} more`);
  return [`nearest: ${name}`, ...shown].map(printable).join("\n");
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
