import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { Matcher } from "../../core/match/matcher.ts";
import type { ToolSpec } from "../tool-spec.ts";

/** What a rule answers with. */
export interface MockAnswer {
  readonly isError: boolean;
  /** A text goes to the model as it is, anything else as JSON text. */
  readonly content: JsonValue;
  /** Whether the texts in it are templates over `args`. */
  readonly isTemplate: boolean;
  /** Where a program answers, `content` says only which. What it throws is the suite's fault. */
  readonly compute?: (args: JsonObject) => Promise<Pick<MockAnswer, "isError" | "content">>;
}

/** One rule of a mock: which calls it answers, how often, and with what. */
export interface MockRule {
  /** Every call, where there is none. */
  readonly args?: Matcher;
  /** How often it answers in one trial; without limit where there is none. */
  readonly times?: number;
  readonly latencyMs: number;
  readonly answer: MockAnswer;
  /** What its file says, for those who hold it against the tool. */
  readonly written?: WrittenRule;
}

/** A rule as it stands in its block. */
export interface WrittenRule {
  /** From the block to the rule. */
  readonly path: readonly (string | number)[];
  /** The matcher, where it could be read. */
  readonly args?: JsonValue;
  /** Which key says the answer: `returns`. */
  readonly answerKey: string;
}

/** The mock of one tool. */
export interface ToolMock {
  readonly tool: string;
  /** The tool itself, where the suite declares it because the catalog has none of that name. */
  readonly declared?: ToolSpec;
  /** In order of precedence. */
  readonly rules: readonly MockRule[];
}

/** The mocks of a suite or a case, by name of the tool. Nothing in them changes while trials run. */
export type Mocks = ReadonlyMap<string, ToolMock>;

/**
 * The mocks of a case on top of those of its suite: what the case says about a tool replaces what the
 * suite says about it, except for the declaration, which the case need not repeat.
 */
export function mergeMocks(outer: Mocks, inner: Mocks): Mocks {
  if (inner.size === 0) return outer;
  const merged = new Map(outer);
  for (const [tool, mock] of inner) {
    const declared = mock.declared ?? outer.get(tool)?.declared;
    merged.set(tool, declared === undefined ? mock : { ...mock, declared });
  }
  return merged;
}
