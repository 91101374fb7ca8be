import type { TestContext } from "vitest";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { MockFunction } from "./mock-functions.ts";

/** One rule of a mock, as in YAML; `returns` may also be a function. */
export interface MockRuleOptions {
  readonly args?: JsonValue;
  readonly times?: number;
  readonly returns?: JsonValue | MockFunction;
  readonly returns_file?: string;
  readonly error?: string;
  readonly latency_ms?: number;
}

/** A tool that the catalog does not have, as in YAML. */
export interface DeclaredToolOptions extends MockRuleOptions {
  readonly schema?: JsonObject;
  readonly description?: string;
  readonly result_schema?: JsonObject;
  readonly rules?: readonly (MockRuleOptions | MockFunction)[];
}

/** The `tools:` of a suite or a case: mocks by the name of the tool. */
export type ToolsOptions = Readonly<
  Record<string, MockFunction | DeclaredToolOptions | readonly (MockRuleOptions | MockFunction)[]>
>;

/** A check of `expect:`, as in YAML: `{ called: "get_issue" }`. */
export type CheckOptions = JsonObject;

/** What a suite and a case may both say. The words are those of YAML suites, and mean the same. */
export interface SharedOptions {
  readonly context?: JsonObject;
  readonly tools?: ToolsOptions;
  readonly fakes?: JsonObject;
  readonly unmocked?: "suite_error" | "tool_error";
  readonly limits?: {
    readonly max_replies?: number;
    readonly max_seconds?: number;
    readonly max_turns?: number;
    readonly max_tool_calls?: number;
    readonly max_tokens?: number;
    readonly max_cost_usd?: number;
  };
  readonly canaries?: Readonly<Record<string, string>>;
}

/** What is asked, and on which model. */
export interface TargetOptions {
  /** Reference of the flow or path of its file, relative to the test's file. */
  readonly flow?: string;
  readonly version?: string;
  readonly model?: string;
  readonly privileges?: readonly string[];
  readonly pre_approved_privileges?: readonly string[];
  readonly mcp_tools?: readonly string[];
  readonly denied_tools?: readonly string[];
  readonly features?: readonly string[];
  /** Instead of a flow, what else a suite's target may be, as in YAML. */
  readonly chat?: JsonObject;
  readonly http?: JsonObject;
  /** A file of answers, relative to the test's file. */
  readonly recorded?: string;
  readonly duo_chat?: JsonObject;
  /** What the target is called where runs are compared; `default` when left out. */
  readonly target?: string;
}

/** What holds for all cases of an agent. */
export interface AgentOptions extends TargetOptions, SharedOptions {
  /** Id of the suite; the name of the file without `.eval.ts` when left out. */
  readonly suite?: string;
  /** Plays every role where no model is named; relative to the test's file. */
  readonly script?: string;
  readonly judge?: { readonly model?: string };
}

/** One turn of a conversation: what the user says, and what must hold after the answer. */
export interface TurnOptions {
  readonly user: string;
  readonly expect?: readonly CheckOptions[];
}

/** What the user says: one question, or several turns. */
export type Question = string | readonly (string | TurnOptions)[];

/** What holds for one case. */
export interface CaseOptions extends SharedOptions {
  /** Id of the case; made from the test's full name when left out. */
  readonly id?: string;
  readonly human?: readonly JsonValue[];
  /** Checks that are made at once; all that fail are told together. */
  readonly expect?: readonly CheckOptions[];
  readonly trials?: number;
  readonly require?: number;
  readonly critical?: boolean;
  readonly tags?: readonly string[];
  /** The test, which a test that runs beside others has to hand in. */
  readonly task?: TestContext["task"];
}

/** Everything that `askAgent` takes. */
export type AskOptions = AgentOptions & CaseOptions;
