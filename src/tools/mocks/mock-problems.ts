import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { ToolSpec } from "../tool-spec.ts";
import { argumentMisfits, parameterNames } from "./argument-misfits.ts";
import type { MockProblem } from "./mock-problem.ts";
import type { MockRule, Mocks } from "./mock.ts";
import { resultProblems } from "./result-problems.ts";
import { unreachableRules } from "./unreachable-rules.ts";

type Path = MockProblem["path"];

/**
 * Holds mocks against the tools that they stand for: arguments that a tool does not have or that can
 * never be what a rule waits for, templates that look at such arguments, results that the tool does not
 * return, and rules that no call reaches.
 * Paths lead from the block that the mocks were read from.
 */
export function mockProblems(
  mocks: Mocks,
  catalog: { readonly tool: (name: string) => ToolSpec | undefined },
): readonly MockProblem[] {
  return [...mocks].flatMap(([name, { declared, rules }]) => {
    const tool = declared ?? catalog.tool(name);
    const ofTool = tool === undefined ? [] : rules.flatMap((rule) => ruleProblems(rule, tool));
    const idle = unreachableRules(rules).map(({ rule, by }) => {
      const isOpen = rules[by]?.args === undefined;
      const what = isOpen ? "every call" : "all of its calls";
      const message = `this rule of ${name} never answers: rule ${by + 1} takes ${what}`;
      const hint = `give that one ${isOpen ? "`args` or " : ""}\`times\`, or move it to the end`;
      return problem(rule, message, hint);
    });
    return [...ofTool, ...idle];
  });
}

function ruleProblems({ written, answer }: MockRule, tool: ToolSpec): readonly MockProblem[] {
  if (written === undefined) return [];
  const { path, args, answerKey } = written;
  const at = [...path, answerKey];
  const { resultSchema } = tool;
  const wrong = resultSchema === undefined ? [] : resultProblems(answer, resultSchema);
  return [
    ...(isJsonObject(args) ? argsProblems(args, [...path, "args"], tool) : []),
    ...(answer.isTemplate ? templateProblems(answer.content, at, tool) : []),
    ...wrong.map(({ path: inner, atKey, message, hint }) => {
      return {
        ...problem([...at, ...inner], `not what ${tool.name} returns: ${message}`, hint),
        atKey,
      };
    }),
  ];
}

/** A rule for a parameter that does not exist could never answer, and nobody would learn why. */
function argsProblems(args: JsonObject, path: Path, tool: ToolSpec): readonly MockProblem[] {
  const known = parameterNames(tool);
  if (known === undefined) return [];
  return Object.entries(args).flatMap(([key, value]): readonly MockProblem[] => {
    const at = [...path, key];
    if (key.startsWith("$")) return operandProblems(key, value, { path: at, tool });
    if (!known.includes(key)) return [unknownParameter(key, at, { tool, known })];
    return argumentMisfits(key, value, tool).map(({ path: inner, message, hint }) =>
      problem([...at, ...inner], `${key} of ${tool.name}: ${message}`, hint),
    );
  });
}

/** Operators over all the arguments: their operands name parameters too. */
function operandProblems(
  operator: string,
  operand: JsonValue,
  { path, tool }: { readonly path: Path; readonly tool: ToolSpec },
): readonly MockProblem[] {
  if (operator === "$any" && isJsonArray(operand)) {
    return operand.flatMap((map, index) =>
      isJsonObject(map) ? argsProblems(map, [...path, index], tool) : [],
    );
  }
  if (!isJsonObject(operand)) return [];
  if (operator === "$equals") return argsProblems(operand, path, tool);
  // What never holds is what `$not` may ask for, but not of a parameter that there is none of.
  if (operator !== "$not") return [];
  const known = parameterNames(tool) ?? [];
  return Object.keys(operand)
    .filter((key) => !key.startsWith("$") && !known.includes(key))
    .map((key) => unknownParameter(key, [...path, key], { tool, known }));
}

/** The arguments that a template looks at: `args.name` or `args["name"]`, but no method of a map. */
const argument = /\bargs(?:\.(\w{1,100})(?!\w|\s*\()|\["([^"\n]{1,100})"\]|\['([^'\n]{1,100})'\])/g;
const tag = /\{\{[^}]{0,2000}\}\}|\{%[^%]{0,2000}%\}/g;

function templateProblems(content: JsonValue, path: Path, tool: ToolSpec): readonly MockProblem[] {
  const known = parameterNames(tool);
  if (known === undefined) return [];
  if (isJsonArray(content)) {
    return content.flatMap((item, index) => templateProblems(item, [...path, index], tool));
  }
  if (isJsonObject(content)) {
    return Object.entries(content).flatMap(([key, item]) =>
      templateProblems(item, [...path, key], tool),
    );
  }
  if (typeof content !== "string") return [];
  const names = [...content.matchAll(tag)].flatMap(([text]) =>
    [...text.matchAll(argument)].map(
      ([, plain, double, single]) => plain ?? double ?? single ?? "",
    ),
  );
  return [...new Set(names)]
    .filter((name) => !known.includes(name))
    .map((name) => ({ ...unknownParameter(name, path, { tool, known }), atKey: false }));
}

function unknownParameter(
  key: string,
  path: Path,
  { tool, known }: { readonly tool: ToolSpec; readonly known: readonly string[] },
): MockProblem {
  const hint = known.length === 0 ? `${tool.name} takes no arguments` : didYouMean(key, known);
  return { ...problem(path, `${tool.name} has no parameter "${key}"`, hint), atKey: true };
}

function problem(path: Path, message: string, hint: string | undefined): MockProblem {
  const found = {
    code: "TOOL_MOCK_INVALID",
    path,
    atKey: false,
    message,
    inSchema: false,
  } as const;
  return hint === undefined ? found : { ...found, hint };
}
