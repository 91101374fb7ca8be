import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import type { MatchDifference, Matcher } from "../../core/match/matcher.ts";
import { showValue } from "../../core/match/show-value.ts";
import { blank } from "./blank.ts";
import type { CheckPath, CheckReader } from "./check-reader.ts";
import { matcherRange } from "./matcher-range.ts";
import { parametersIn, valueIn } from "./parameters-in.ts";
import { readMatcher } from "./read-matcher.ts";
import { isToolGlob, toolMatcher } from "./tool-glob.ts";
import type { CallView } from "./trial-view.ts";

/** Calls that an expectation speaks of: a tool's name, or a name with more about the call. */
export interface CallPattern {
  /** With `*` for any part of a name. */
  readonly tool: string;
  /** What is asked of the call besides the tool, for a column of a table; empty for nothing. */
  readonly terms: string;
  /** Whether a tool of this name is meant. */
  names(tool: string): boolean;
  matches(call: CallView): boolean;
  /** Whether a call is what was asked for: it matches, and the agent has the tool. */
  meets(call: CallView): boolean;
  /** Why a call does not match, in a few words; empty when it does. */
  explain(call: CallView): string;
  /** How far a call of the same tool is from matching; infinite for another tool. */
  distance(call: CallView): number;
}

const toolDescription = "Name of the tool; `*` stands for any part of it: `create_*`.";
const properties: JsonObject = {
  tool: { type: "string", description: toolDescription },
  args: {
    $ref: "#/$defs/matcher",
    description: "Matches the arguments as the model sent them.",
  },
  effective_args: {
    $ref: "#/$defs/matcher",
    description:
      "Matches the arguments that reached the tool: coerced, with the toolset's options applied.",
  },
  component: { type: "string", description: "The component of the flow that makes the call." },
  error: {
    type: "boolean",
    description: "Whether the call ended in an error that the model read.",
  },
};

/** JSON Schema of the short form. */
export const callPatternName: JsonObject = { type: "string", description: toolDescription };

/** JSON Schema of the long form; `more` are properties that a check adds. */
export function callPatternObject(more: JsonObject = {}): JsonObject {
  return {
    type: "object",
    additionalProperties: false,
    required: ["tool"],
    properties: { ...properties, ...more },
  };
}

/** JSON Schema of a pattern in either form. */
export const callPatternSchema: JsonObject = {
  anyOf: [callPatternName, callPatternObject()],
};

/** Reads a pattern in either form; undefined when something is wrong with it. */
export function readCallPattern(
  value: JsonValue,
  path: CheckPath,
  reader: CheckReader,
): CallPattern | undefined {
  const long = isJsonObject(value);
  const fields: JsonObject = long ? value : { tool: value };
  const toolPath = long ? [...path, "tool"] : path;
  const { tool } = fields;
  if (typeof tool !== "string" || blank(tool)) {
    reader.nothingToCheck(toolPath, "the name of the tool is empty");
    return undefined;
  }
  reader.usesTool(toolPath, tool);
  const { component, error } = fields;
  if (typeof component === "string") reader.usesComponent([...path, "component"], component);
  const matchers = new Map<MatcherKey, Matcher>();
  for (const key of matcherKeys) {
    const spec = fields[key];
    if (spec === undefined) continue;
    const matcher = readArgs(spec, [...path, key], reader);
    if (matcher === undefined) return undefined;
    for (const parameter of isToolGlob(tool) ? [] : parametersIn(spec)) {
      const name = String(parameter.at(-1));
      // What `$not` rules out need not be possible.
      const isAsked = key === "effective_args" && !parameter.includes("$not");
      const effective = isAsked ? valueIn(spec, parameter) : undefined;
      reader.usesParameter([...path, key, ...parameter], { tool, name, effective });
    }
    matchers.set(key, matcher);
  }
  return createPattern({
    tool,
    matchers,
    terms: termsOf(fields),
    component: typeof component === "string" ? component : undefined,
    error: typeof error === "boolean" ? error : undefined,
  });
}

type MatcherKey = "args" | "effective_args";
const matcherKeys: readonly MatcherKey[] = ["args", "effective_args"];

interface PatternParts {
  readonly tool: string;
  readonly terms: string;
  readonly matchers: ReadonlyMap<MatcherKey, Matcher>;
  readonly component: string | undefined;
  readonly error: boolean | undefined;
}

/** A matcher of arguments, of which a call always has a map: it must tell some calls from others. */
function readArgs(spec: JsonValue, path: CheckPath, reader: CheckReader): Matcher | undefined {
  const matcher = readMatcher(spec, path, reader);
  if (matcher === undefined) return undefined;
  const range = matcherRange(spec, "map");
  if (range === "some") return matcher;
  if (range === "all") reader.nothingToCheck(path, "every call has such arguments");
  else reader.nothingToCheck(path, "no call can have such arguments");
  return undefined;
}

function createPattern({ tool, terms, matchers, component, error }: PatternParts): CallPattern {
  const differences = (call: CallView): readonly MatchDifference[] =>
    [...matchers].flatMap(([key, matcher]) =>
      matcher.explain(key === "args" ? call.args : (call.effectiveArgs ?? call.args)),
    );
  const others = (call: CallView): readonly string[] => [
    ...(component !== undefined && call.component !== component
      ? [`made by ${call.component}`]
      : []),
    ...(error !== undefined && call.isError !== error
      ? [call.isError ? "ended in an error" : "ended without an error"]
      : []),
  ];
  const names = toolMatcher(tool);
  const matches = (call: CallView): boolean =>
    names(call.tool) && others(call).length === 0 && differences(call).length === 0;
  return {
    tool,
    terms,
    names,
    matches,
    // Who asks for an error by name also takes that of a tool that is not there.
    meets: (call) => matches(call) && (error === true || call.isOffered !== false),
    explain(call) {
      if (!names(call.tool)) return "another tool";
      return [...others(call), ...differences(call).map(inWords)].join("; ");
    },
    distance(call) {
      if (!names(call.tool)) return Number.POSITIVE_INFINITY;
      const inArgs = [...matchers].reduce(
        (sum, [key, matcher]) =>
          sum + matcher.distance(key === "args" ? call.args : (call.effectiveArgs ?? call.args)),
        0,
      );
      return inArgs + others(call).length;
    },
  };
}

function inWords({ pointer, expected, actual }: MatchDifference): string {
  return `${pointer === "" ? "arguments" : pointer}: expected ${expected}, is ${actual}`;
}

function termsOf({ args, effective_args: effective, component, error }: JsonObject): string {
  return [
    ...(args === undefined ? [] : [showValue(args)]),
    ...(effective === undefined ? [] : [`effective ${showValue(effective)}`]),
    ...(typeof component === "string" ? [`by ${component}`] : []),
    ...(typeof error === "boolean" ? [error ? "with an error" : "without an error"] : []),
  ].join(" ");
}
