import type { JsonValue } from "../../src/core/json.ts";
import { compileResponseSchema } from "../../src/flow/index.ts";
import type { ToolCatalog } from "../../src/tools/index.ts";
import { type FirstCall, firstCalls } from "./first-call.ts";
import type { FlowCandidate } from "./flow-candidates.ts";
import { sampleValue } from "./sample-value.ts";

/** A suite and its script, as texts of files. */
export interface FirstSuite {
  readonly suite: string;
  readonly script: string;
}

export interface SuiteNames {
  /** Of the suite, in kebab-case. */
  readonly id: string;
  /** The script's file, from the suite. */
  readonly script: string;
}

/** What the script says wherever it is asked. */
const reply = "Hello! This reply was read from a script.";

/**
 * Suites of one case for a flow, the one that checks most first. Which of them holds, only a run can
 * tell.
 */
export function firstSuites(
  candidate: FlowCandidate,
  names: SuiteNames,
  catalog: ToolCatalog,
): readonly FirstSuite[] {
  return [...firstCalls(candidate.flow, catalog), undefined].flatMap((call) => {
    const script = scriptText(candidate, names, call);
    return expectations(candidate, call).map((expect) => ({
      suite: suiteText(candidate, names, { expect, call }),
      script,
    }));
  });
}

function expectations(
  { flow }: FlowCandidate,
  call: FirstCall | undefined,
): readonly (readonly string[])[] {
  const answer = "answer: { contains: Hello }";
  const byAgent = call === undefined ? undefined : expectedCall(call);
  if (flow.environment !== "ambient") return [[byAgent ?? "no_calls: true", answer]];
  const steps = flow.components.flatMap((component) =>
    component.type === "DeterministicStepComponent" ? [component.toolName] : [],
  );
  const bySteps = [...new Set(steps)].map((tool) => `called: ${scalar(tool)}`);
  const called = [...bySteps, ...(byAgent === undefined ? [] : [byAgent])];
  const completed = "status: completed";
  const withCalls = [
    [completed, ...called, answer],
    [completed, ...called],
  ];
  // Without what the agent is to call, the suites of no call come next.
  return byAgent === undefined ? [...withCalls, [completed, answer], [completed]] : withCalls;
}

function expectedCall({ tool, args }: FirstCall): string {
  const matched = Object.keys(args).length === 0 ? "" : `args: ${inline(args)}, `;
  return `called: { tool: ${scalar(tool)}, ${matched}error: false }`;
}

interface Wanted {
  readonly expect: readonly string[];
  readonly call: FirstCall | undefined;
}

function suiteText(
  { flow, reference, version }: FlowCandidate,
  { id, script }: SuiteNames,
  { expect, call }: Wanted,
): string {
  const steps = flow.components.flatMap((component) =>
    component.type === "DeterministicStepComponent" ? [component.toolName] : [],
  );
  const mocked = new Set([...steps, ...(call === undefined ? [] : [call.tool])]);
  const human = flow.components.flatMap((component) =>
    component.type === "HumanInputComponent"
      ? [component.interactionType === "approval" ? "approve" : '{ reply: "Go on." }']
      : [],
  );
  const inputs = Object.fromEntries(
    flow.inputs.map(({ category, fields }) => [
      category,
      Object.fromEntries(
        fields
          .filter(({ optional }) => !optional)
          .map(({ name, type, format }) => [name, sampleValue({ type, format: format ?? null })]),
      ),
    ]),
  );
  return [
    `# The first suite of ${reference}: one question, what answers its tool calls, what must come of it.`,
    "# Without a key it is played on the script. `--model claude-sonnet-4-6` asks a real model; then write",
    "# expectations that hold for one, and let a judge assess what code cannot decide:",
    "#   - judge: [The answer says what the agent can help with]",
    `suite: ${id}`,
    `target: { flow: ${reference}, version: ${constraintOf(version)} }`,
    `script: ${script}`,
    "context:",
    "  project: example/project",
    ...(flow.inputs.length === 0 ? [] : [`  inputs: ${inline(inputs)}`]),
    ...(mocked.size === 0 ? [] : ["tools: # what answers instead of GitLab"]),
    ...[...mocked].map((tool) => `  ${scalar(tool)}: { returns: { status: success } }`),
    "cases:",
    "  - id: answers",
    "    ask: Hello! What can you do?",
    ...(human.length === 0 ? [] : [`    human: [${human.join(", ")}]`]),
    "    expect:",
    ...expect.map((check) => `      - ${check}`),
    "",
  ].join("\n");
}

function scriptText(
  { flow, reference }: FlowCandidate,
  { id }: SuiteNames,
  call: FirstCall | undefined,
): string {
  const answers = flow.responseSchemas.flatMap((entry) => {
    const { toolName, definition } = compileResponseSchema(entry);
    return [
      `  - when: { tools: { $contains: ${scalar(toolName)} } } # ${entry.id} is answered through a tool`,
      "    turns:",
      "      - calls:",
      `          - { tool: ${scalar(toolName)}, args: ${inline(sampleValue(definition.inputSchema))} }`,
    ];
  });
  return [
    `# Stands in for the model of ${reference}: the first entry whose \`when\` fits a request answers.`,
    `script: ${id}`,
    "replies:",
    ...answers,
    ...(call === undefined ? [] : callingEntry(call)),
    ...(call?.isEverybodys === true ? [] : ["  - turns:", `      - text: ${reply}`]),
    "",
  ].join("\n");
}

/** First the call, then the answer; agents without the tool are answered by the next entry. */
function callingEntry({ tool, args, isEverybodys }: FirstCall): readonly string[] {
  const turns = isEverybodys
    ? ["  - turns:"]
    : [`  - when: { tools: { $contains: ${scalar(tool)} } }`, "    turns:"];
  return [
    ...turns,
    `      - calls: [{ tool: ${scalar(tool)}, args: ${inline(args)} }]`,
    `      - text: ${reply}`,
  ];
}

/** A version that a caret can stand before gets one: patches and additions are then tested as well. */
function constraintOf(version: string): string {
  return /^\d+\.\d+\.\d+$/u.test(version) ? `^${version}` : JSON.stringify(version);
}

function scalar(text: string): string {
  return /^[a-z][a-z0-9_]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/u.test(text)
    ? text
    : JSON.stringify(text);
}

/** JSON, which is YAML, with the spaces that people write. */
function inline(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, each]) => `${scalar(key)}: ${inline(each)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
