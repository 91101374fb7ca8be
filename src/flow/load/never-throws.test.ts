import * as fc from "fast-check";
import { expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { bundledKnowledge } from "../../lint/index.ts";
import { inspectFlow } from "../inspect/index.ts";
import { flowRuleIds } from "../problem/index.ts";
import { parseFlow } from "./parse-flow.ts";

const lines: readonly string[] = `version: v1
environment: chat
flow:
  entry_point: a
  inputs: [{ category: c, input_schema: { u: { type: string } } }]
components:
  - { name: a, type: AgentComponent, prompt_id: p, toolset: [x, { read_file: { limit: 1 } }], inputs: [context:goal] }
  - { name: b, type: HumanInputComponent, sends_response_to: a, message_template: "{{ goal }}" }
  - { name: c, type: OneOffComponent, prompt_id: p, toolset: [], max_correction_attempts: 2 }
  - { name: d, type: DeterministicStepComponent, tool_name: read_file, inputs: [{ from: x, as: file_path, literal: true }] }
  - { name: e, type: AgentComponent, prompt_id: q, toolset: [], subagents: [{ name: f }] }
  - { name: f, type: AgentComponent, prompt_id: categorize_question, prompt_version: ^1.0.0, inputs: [context:question, context:previous_answer], toolset: [], max_cycles: { threshold: 3 }, description: d, response_schema_id: s }
routers:
  - { from: a, to: b }
  - { from: b, condition: { input: context:b.approval, routes: { approve: c, default_route: end } } }
prompts:
  - { prompt_id: p, name: p, unit_primitives: [], prompt_template: { system: "{{ goal }}", user: [x] } }
response_schemas:
  - { schema_id: s, definition: { type: object, properties: { a: { type: string, pattern: "a+" } } } }`.split(
  "\n",
);

const odd = fc.constantFrom(
  ..."null|~|5|-1|1.5|yes|2024-01-01|''|[]|{}|[[]]|{a: 1}|&a [*a]|*a|<<: 1|__proto__: {x: 1}|? [a] : b|!!python/object:x|\"\\u0000\"|'{{ x'|'{% if %}'||-|true: x|\t|# x".split(
    "|",
  ),
);

/** Changes a line: its value, its key or its indentation, or the line is lost, doubled or moved. */
const mutation = fc.tuple(fc.nat(), fc.nat(4), odd);

function mutated(edits: readonly (readonly [line: number, kind: number, value: string])[]): string {
  const changed = [...lines];
  for (const [at, kind, value] of edits) {
    const index = at % changed.length;
    const line = changed[index] ?? "";
    const words = line.split(/(?<=[:,[{ ])/);
    if (kind === 0) words[at % words.length] = value;
    if (kind === 1) words.splice(at % words.length, 1);
    if (kind === 2) changed.splice(index, 0, line);
    if (kind === 3) changed[index] = ` ${line}`;
    else changed[index] = words.join("");
    if (kind === 4) changed.splice(index, 1);
  }
  return changed.join("\n");
}

const keys =
  "version environment flow entry_point inputs category input_schema type components name prompt_id prompt_version toolset tool_name response_schema_id response_schema_version max_cycles threshold compaction subagents ui_log_events routers from to as literal optional condition input routes default_route prompts unit_primitives prompt_template system user placeholder params model provider_params openai response_schemas schema_id definition properties required items enum const pattern minLength $schema read_file file_path __proto__ constructor toString".split(
    " ",
  );
const words =
  "v1 experimental ambient chat chat-partial a b end abort context:goal status conversation_history:a AgentComponent OneOffComponent HumanInputComponent DeterministicStepComponent object string integer array {{goal}} {%if%} {%for%}{{x|y}} <system> ^1.0.0 (a+ [a-\\d] on_user_response read_file run_command get_plan handover_tool chat/agent ../definitions/chat fix_pipeline_context __proto__".split(
    " ",
  );

/** A value of a flow's file, of any shape, in words that mean something in one. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom<unknown>(...words, null, true, 0, 1, -1, 1.5, 2 ** 60, "", "a\nb\u0007"),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys, ...words), tie("value"), { maxKeys: 6 }),
  ),
}));

const component = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 8 });
const shaped = fc
  .record(
    {
      version: fc.oneof(fc.constant("v1"), value),
      environment: fc.oneof(fc.constantFrom("ambient", "chat", "chat-partial"), value),
      flow: value,
      components: fc.array(
        fc.oneof(
          value,
          fc.tuple(component, fc.constantFrom(...words)).map(([fields, type]) => {
            return { ...fields, name: "a", type };
          }),
        ),
      ),
      routers: fc.array(fc.dictionary(fc.constantFrom("from", "to", "condition"), value)),
      prompts: fc.array(fc.oneof(value, component)),
      response_schemas: fc.array(fc.record({ schema_id: value, definition: value })),
    },
    { requiredKeys: [] },
  )
  .map((flow) => JSON.stringify(flow));

/** Files that somebody may have written, broken or torn, and files that nobody has. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(mutation, { maxLength: 6 }).map(mutated) },
  { weight: 6, arbitrary: shaped },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 400 }) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(lines.join("\n").length), fc.string()).map(torn) },
);

/** Cut off somewhere, and something else behind it. */
function torn([length, rest]: readonly [number, string]): string {
  return lines.join("\n").slice(0, length) + rest;
}

const known = new Set(flowRuleIds);

/** What a file comes to, and whatever is odd about it: a problem without words, a place or a number. */
export function outcomeOf(text: string): "passes" | "refused" | readonly unknown[] {
  const { problems } = inspectFlow(text, "f.yml", bundledKnowledge);
  const rows = text.split(/\r\n|\n|\r/).length;
  const strange = problems.filter(({ rule, message, hint = "x", range: { start, end } }) => {
    const isPlaced = start.line >= 1 && start.column >= 1 && start.line <= rows;
    const isOneLine = !/[\n\r]/.test(message + hint) && message !== "" && hint !== "";
    const isForward = end.line === start.line && end.column >= start.column;
    return !known.has(rule) || !isPlaced || !isOneLine || !isForward;
  });
  if (strange.length > 0) return strange;
  return problems.length === 0 ? "passes" : "refused";
}

function load(text: string): string {
  try {
    parseFlow(text, "f.yml");
    return "passes";
  } catch (error) {
    if (error instanceof AppError || error instanceof AppErrors) return "refused";
    throw error;
  }
}

test("any file passes or is refused, with words and places", () => {
  const outcomes = new Set<unknown>();
  fc.assert(
    fc.property(hostileText, (text) => {
      const outcome = outcomeOf(text);
      outcomes.add(outcome);
      // What the linter takes, a run takes.
      return typeof outcome === "string" && (outcome === "refused" || load(text) === "passes");
    }),
    { seed: 7, numRuns: 300 },
  );
  expect(outcomes).toEqual(new Set(["passes", "refused"]));
});

const bomb = Array.from({ length: 30 }, (_, index) => {
  const before = index === 0 ? "a" : `b${index - 1}`;
  return `b${index}: &b${index} [*${before}, *${before}]`;
});

test.each([
  ["deep flow collections", "[".repeat(5_000)],
  [
    "deep block collections",
    Array.from({ length: 3_000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n"),
  ],
  [
    "deep definitions",
    `${lines.join("\n")}\n  - { schema_id: d, definition: '${'{"a":'.repeat(900)}1${"}".repeat(900)}' }`,
  ],
  ["a bomb of aliases", `a: &a [x, x]\n${bomb.join("\n")}`],
  ["a huge scalar", `version: ${"x".repeat(2_000_000)}`],
  ["a huge name", lines.join("\n").replaceAll("name: f", `name: ${"f".repeat(200_000)}`)],
  ["a huge template", lines.join("\n").replace("{{ goal }}", "{{ goal }".repeat(40_000))],
  ["a huge pattern", lines.join("\n").replace('"a+"', `"${"(a".repeat(50_000)}"`)],
  ["keys that are no data", "__proto__: { version: v1 }\nconstructor: 1\ntoString: 2\n"],
  [
    "many components",
    `version: v1\nenvironment: chat\nflow: {}\nrouters: []\ncomponents:\n${"- {}\n".repeat(20_000)}`,
  ],
  [
    "many unknown names",
    `version: v1\nenvironment: chat\nflow: {}\ncomponents: []\nrouters:\n${"- {from: a, to: bb}\n".repeat(8_000)}`,
  ],
  ["many mistakes in YAML", `version: v1\n${"a: [\n".repeat(5_000)}`],
  ["many open quotes", `version: v1\n${"a: 'b\n".repeat(5_000)}`],
])("%s are judged in time", (_, text) => {
  const started = process.cpuUsage();
  expect(outcomeOf(text)).toBeTypeOf("string");
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1_000).toBeLessThan(2_000);
  expect(load(text)).toBeTypeOf("string");
  expect(Object.hasOwn(Object.prototype, "version")).toBe(false);
});
