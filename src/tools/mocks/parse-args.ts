import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { compileMatcher } from "../../core/match/compile-matcher.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { MatcherError } from "../../core/match/matcher-error.ts";
import type { Matcher } from "../../core/match/matcher.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { compileSchema } from "../../schema/index.ts";
import type { ToolSpec } from "../tool-spec.ts";
import { kindOf } from "./kind-of.ts";
import type { MockReader, RulePlace } from "./mock-reader.ts";

/** Reads the matcher of a rule and holds its keys against the parameters of the tool. */
export function parseArgs(
  reader: MockReader,
  value: JsonValue | undefined,
  { path, tool }: RulePlace,
): Matcher | undefined {
  if (value === undefined) return undefined;
  if (!isJsonObject(value)) {
    return reader.meaning(path, `args is ${kindOf(value)}; it must be a map of arguments`);
  }
  if (tool !== undefined) checkParameters(reader, value, { path, tool });
  try {
    return compileMatcher(value, { compileSchema });
  } catch (error) {
    if (!(error instanceof MatcherError)) throw error;
    for (const problem of error.problems) {
      reader.meaning([...path, ...problem.path], problem.message, problem.hint);
    }
    return undefined;
  }
}

interface ArgsPlace {
  readonly path: RulePlace["path"];
  readonly tool: ToolSpec;
}

/** A rule for a parameter that does not exist could never answer, and nobody would learn why. */
function checkParameters(reader: MockReader, args: JsonObject, { path, tool }: ArgsPlace): void {
  const known = parameterNames(tool);
  if (known === undefined) return;
  for (const [key, value] of Object.entries(args)) {
    const place = { path: [...path, key], tool };
    if (key.startsWith("$")) checkOperand(reader, value, place);
    else if (!known.includes(key)) {
      const hint = known.length === 0 ? `${tool.name} takes no arguments` : didYouMean(key, known);
      const message = `${tool.name} has no parameter "${key}"`;
      reader.add(
        { code: "TOOL_MOCK_INVALID", path: place.path, atKey: true, message, inSchema: false },
        hint,
      );
    }
  }
}

/** Of both forms of a tool that has an older one: a step may call that. */
function parameterNames({ inputSchema, supersedes }: ToolSpec): readonly string[] | undefined {
  const { properties } = inputSchema;
  if (!isJsonObject(properties)) return undefined;
  const { properties: olderProperties = {} } = supersedes?.inputSchema ?? {};
  return [...new Set([...Object.keys(properties), ...Object.keys(olderProperties ?? {})])];
}

/** Operators over all the arguments: their operands name parameters too. */
function checkOperand(reader: MockReader, operand: JsonValue, { path, tool }: ArgsPlace): void {
  const maps = isJsonArray(operand) ? operand : [operand];
  const key = path.at(-1);
  if (key !== "$any" && key !== "$not" && key !== "$equals") return;
  for (const [index, map] of maps.entries()) {
    if (!isJsonObject(map)) continue;
    checkParameters(reader, map, { path: maps === operand ? [...path, index] : path, tool });
  }
}
