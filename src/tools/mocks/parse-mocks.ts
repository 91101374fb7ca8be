import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { didYouMean, suggest } from "../../core/text/suggest.ts";
import { unregisteredTools } from "../catalog/unregistered-tools.ts";
import type { ToolSpec } from "../tool-spec.ts";
import { declareTool } from "./declare-tool.ts";
import { kindOf } from "./kind-of.ts";
import type { MockProblem } from "./mock-problem.ts";
import { mockProblems } from "./mock-problems.ts";
import { type MockContext, MockReader, type RulePath } from "./mock-reader.ts";
import type { Mocks, MockRule, ToolMock } from "./mock.ts";
import { answerKeys, parseRule, ruleKeys } from "./parse-rule.ts";

export interface ParsedMocks {
  /** What could be read; complete when there is no problem. */
  readonly mocks: Mocks;
  readonly problems: readonly MockProblem[];
}

const declarationKeys = ["schema", "description", "result_schema", "rules"];

/** Reads the `tools:` block of a suite, a case, or a file of `flow run --tools`, and the files that it names. */
export async function parseMocks(block: JsonValue, context: MockContext): Promise<ParsedMocks> {
  const reader = new MockReader(context);
  const mocks = new Map<string, ToolMock>();
  if (isJsonObject(block)) {
    for (const [name, value] of Object.entries(block)) {
      mocks.set(name, await parseToolMock(reader, name, value));
    }
  } else {
    reader.form([], `tools is ${kindOf(block)}; it must be a map from tools to mocks`);
  }
  const tool = (name: string): ToolSpec | undefined =>
    reader.outerDeclaration(name) ?? reader.catalog.tool(name);
  return { mocks, problems: [...reader.problems, ...mockProblems(mocks, { tool })] };
}

async function parseToolMock(
  reader: MockReader,
  name: string,
  value: JsonValue,
): Promise<ToolMock> {
  if (isJsonObject(value) && declarationKeys.some((key) => Object.hasOwn(value, key))) {
    return parseDeclaration(reader, name, value);
  }
  checkTool(reader, name);
  if (isJsonArray(value)) {
    // In a case an empty list takes the mock of its suite away.
    if (value.length === 0 && reader.context.outer?.has(name) !== true) {
      const hint = `write ${name}: { returns: … }, or remove it`;
      reader.meaning([name], `the mock of ${name} has no rule, so it never answers`, hint);
    }
    return { tool: name, rules: await parseRules(reader, value, [name]) };
  }
  if (isJsonObject(value)) {
    const rule = await parseRule(reader, value, [name]);
    return { tool: name, rules: rule === undefined ? [] : [rule] };
  }
  reader.form(
    [name],
    `the mock of ${name} is ${kindOf(value)}; it must be a rule or a list of rules`,
    `write ${name}: { returns: … }`,
  );
  return { tool: name, rules: [] };
}

async function parseRules(
  reader: MockReader,
  items: readonly JsonValue[],
  path: RulePath,
): Promise<MockRule[]> {
  const rules: MockRule[] = [];
  for (const [index, item] of items.entries()) {
    const rule = await parseRule(reader, item, [...path, index]);
    if (rule !== undefined) rules.push(rule);
  }
  return rules;
}

/** `{ schema, description, … }` with the keys of one rule, or with `rules`, or with neither. */
async function parseDeclaration(
  reader: MockReader,
  name: string,
  value: JsonObject,
): Promise<ToolMock> {
  const { schema, description, result_schema: resultSchema, rules, ...single } = value;
  const declared =
    schema === undefined
      ? undefined
      : declareTool(reader, name, { schema, description, resultSchema });
  for (const [key, said] of Object.entries({ description, result_schema: resultSchema })) {
    if (schema !== undefined || said === undefined) continue;
    reader.meaning(
      [name, key],
      `${name} has a ${key} but no schema`,
      "only a tool that declares itself is described here",
    );
  }
  if (schema === undefined) checkTool(reader, name);
  const mock = declared === undefined ? { tool: name } : { tool: name, declared };
  if (rules === undefined) {
    // A tool may be declared only to be offered; it is unmocked then, like any other.
    if (Object.keys(single).length === 0) return { ...mock, rules: [] };
    const rule = await parseRule(reader, single, [name]);
    return { ...mock, rules: rule === undefined ? [] : [rule] };
  }
  checkBesideRules(reader, name, single);
  if (isJsonArray(rules)) {
    return { ...mock, rules: await parseRules(reader, rules, [name, "rules"]) };
  }
  reader.form([name, "rules"], `rules is ${kindOf(rules)}; it must be a list of rules`);
  return { ...mock, rules: [] };
}

function checkBesideRules(reader: MockReader, name: string, single: JsonObject): void {
  for (const key of Object.keys(single)) {
    if (ruleKeys.includes(key)) {
      reader.meaning([name, key], `${key} stands beside rules`, "move it into one of the rules");
    } else {
      reader.unknownKey([name, key], `unknown key "${key}"`, didYouMean(key, declarationKeys));
    }
  }
}

function checkTool(reader: MockReader, name: string): void {
  if ((reader.outerDeclaration(name) ?? reader.catalog.tool(name)) === undefined) {
    reader.add(
      {
        code: "TOOL_UNKNOWN",
        path: [name],
        atKey: true,
        message: `there is no tool "${name}"`,
        inSchema: false,
      },
      unknownToolHint(name, reader.catalog.names),
    );
  }
}

function unknownToolHint(name: string, known: readonly string[]): string {
  const declare = `${name}: { schema: { q: string }, ${answerKeys[0]}: … }`;
  if (unregisteredTools[name] === "mcp") {
    return `it comes from an MCP server, so say what it takes: ${declare}`;
  }
  const nearest = suggest(name, known);
  const question = nearest === undefined ? "" : `did you mean "${nearest}"? `;
  return `${question}a tool of your own says what it takes: ${declare}`;
}
