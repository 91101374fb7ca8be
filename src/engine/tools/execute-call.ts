import { canonicalJson } from "../../core/canonical-json.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import { pyTypeName } from "../../core/python/py-type-name.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import { missingAlternatives, type ToolInvocation, validateToolArgs } from "../../tools/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { ToolCallFacts } from "../session/run-recorder.ts";
import type { RunScope } from "../session/run-scope.ts";
import { isExecutable } from "./is-executable.ts";
import { isTooDeep, maxDepth } from "./is-too-deep.ts";
import { redactValue } from "./redact-value.ts";
import { contentOf, safeError, safeValue } from "./safe-output.ts";
import type { ToolErrorTexts } from "./tool-error-texts.ts";
import type { BoundTool, Toolset } from "./toolset.ts";

/** A call of a tool, by a model or by a step. */
export interface RequestedCall {
  readonly id: string;
  readonly name: string;
  readonly args: JsonObject;
}

/** Where calls are executed. */
export interface CallSite {
  readonly component: string;
  readonly toolset: Toolset;
  readonly texts: ToolErrorTexts;
  readonly scope: RunScope;
}

/** A call that was executed, or refused before that; `facts` is what the record keeps. */
export interface ExecutedCall {
  readonly facts: ToolCallFacts;
  /** What the tool gave, made safe; undefined when it failed or never ran. */
  readonly value?: PyValue;
  /** Set when the tool gave something that the flow cannot go on with. */
  readonly failure?: FlowFailure | undefined;
}

/**
 * Validates a call, applies the flow's options over the model's arguments, executes it and makes the
 * result safe. Everything that goes wrong with the tool is a result for the model to read.
 */
export async function executeCall(call: RequestedCall, site: CallSite): Promise<ExecutedCall> {
  const tool = site.toolset.tools.get(call.name);
  if (tool === undefined || !isExecutable(tool.spec)) {
    return failed({ call, site }, site.texts.notFound(call.name));
  }
  const validated = validateToolArgs(tool.spec, call.args);
  if (!validated.ok) {
    return failed({ call, site }, site.texts.invalidArgs(call.name, validated.text));
  }
  const args = { ...validated.args, ...tool.options };
  const missing = missingAlternatives(tool.spec, args);
  if (missing.length > 0) {
    const text = site.texts.failed(call.name, missingText(missing));
    return failed({ call, site }, text, { durationMs: 0, ...effective(call, args) });
  }
  return execute({ call, site }, tool, args);
}

/** The real tool finds out by itself; what stands in for one is not asked. */
function missingText(sets: readonly (readonly string[])[]): string {
  const named = sets.map((set) => set.map((name) => `'${name}'`).join(" with "));
  return `${named.join(" or ")} must be given`;
}

/** The arguments that count, where they are not those of the model. */
function effective(call: RequestedCall, args: JsonObject): Pick<ToolCallFacts, "effectiveArgs"> {
  return canonicalJson(args) === canonicalJson(call.args) ? {} : { effectiveArgs: args };
}

interface Attempt {
  readonly call: RequestedCall;
  readonly site: CallSite;
}

async function execute(attempt: Attempt, tool: BoundTool, args: JsonObject): Promise<ExecutedCall> {
  const { call, site } = attempt;
  const { clock, tools, signal } = site.scope.options;
  const started = clock.monotonic();
  const invocation: ToolInvocation = { component: site.component, tool: tool.spec.name, args };
  const outcome = await tools.call(invocation, signal);
  const durationMs = clock.monotonic() - started;
  const { answeredBy } = outcome;
  const extra = {
    durationMs,
    ...effective(call, args),
    ...(answeredBy !== undefined && { answeredBy }),
  };
  if (outcome.type === "error") {
    return failed(attempt, site.texts.failed(call.name, outcome.message), extra);
  }
  if (isTooDeep(outcome.value)) {
    const problem = `its result is nested more than ${maxDepth} levels deep`;
    return failed(attempt, site.texts.failed(call.name, problem), extra);
  }
  const value = safeValue(call.name, outcome.value, site.scope.redact);
  const content = contentOf(value, site.scope.compat);
  return {
    value,
    failure: scalarFailure(call.name, outcome.value),
    facts: {
      ...identity(attempt),
      ...extra,
      result: rawResult(outcome.value, site),
      content,
      isError: false,
    },
  };
}

/** The result before it was made safe, but without secrets: records must not hold any. */
function rawResult(value: PyValue, { scope }: CallSite): JsonValue {
  return toJson(redactValue(value, scope.redact));
}

function failed(
  attempt: Attempt,
  text: string,
  extra: Pick<ToolCallFacts, "durationMs" | "effectiveArgs" | "answeredBy"> = { durationMs: 0 },
): ExecutedCall {
  const { redact } = attempt.site.scope;
  const content = safeError(attempt.call.name, text, redact);
  const result = redact(text);
  return { facts: { ...identity(attempt), ...extra, result, content, isError: true } };
}

function identity({
  call,
  site,
}: Attempt): Pick<ToolCallFacts, "component" | "callId" | "tool" | "args"> {
  return { component: site.component, callId: call.id, tool: call.name, args: call.args };
}

/** The service can make a message of a text, a map and a list only; anything else ends the run there. */
function scalarFailure(tool: string, value: PyValue): FlowFailure | undefined {
  if (typeof value === "string" || isPyDict(value) || Array.isArray(value)) return undefined;
  return new FlowFailure(
    "bad_tool_value",
    `tool "${tool}" returned a value of type ${pyTypeName(value)}; only a text, a map or a list can be used`,
  );
}
