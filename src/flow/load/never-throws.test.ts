import * as fc from "fast-check";
import { expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { parseFlow } from "./parse-flow.ts";

const lines: readonly string[] = `version: v1
environment: chat
flow:
  entry_point: a
  inputs: [{ category: c, input_schema: { u: { type: string } } }]
components:
  - { name: a, type: AgentComponent, prompt_id: p, toolset: [x, { y: { z: 1 } }], inputs: [context:goal] }
  - { name: b, type: HumanInputComponent, sends_response_to: a, message_template: "{{ goal }}" }
  - { name: c, type: OneOffComponent, prompt_id: p, toolset: [], max_correction_attempts: 2 }
  - { name: d, type: DeterministicStepComponent, tool_name: t }
  - { name: e, type: AgentComponent, prompt_id: q, toolset: [], subagents: [{ name: f }] }
  - { name: f, type: AgentComponent, prompt_id: q, toolset: [], max_cycles: { threshold: 3 }, description: d, response_schema_id: s }
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

function outcome(text: string): string {
  try {
    parseFlow(text, "f.yml");
    return "read";
  } catch (error) {
    if (error instanceof AppError || error instanceof AppErrors) return "refused";
    throw error;
  }
}

test("a flow is read or refused, whatever is in it", () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 0, maxLength: 6 }), (edits) => {
      outcomes.add(outcome(mutated(edits)));
    }),
    { seed: 7, numRuns: 400 },
  );
  expect([...outcomes].toSorted()).toEqual(["read", "refused"]);
});

test.each([
  ["deep flow collections", "[".repeat(5_000)],
  [
    "deep definitions",
    `${lines.join("\n")}\n  - { schema_id: d, definition: '${'{"a":'.repeat(900)}1${"}".repeat(900)}' }`,
  ],
  [
    "a bomb of aliases",
    `a: &a [x, x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*${index === 0 ? "a" : `b${index - 1}`}, *${index === 0 ? "a" : `b${index - 1}`}]`).join("\n")}`,
  ],
  ["a huge scalar", `version: ${"x".repeat(2_000_000)}`],
  [
    "many components",
    `version: v1\nenvironment: chat\nflow: {}\nrouters: []\ncomponents:\n${"- {}\n".repeat(20_000)}`,
  ],
])("%s are refused in time", (_, text) => {
  const started = performance.now();
  expect(outcome(text)).toBe("refused");
  expect(performance.now() - started).toBeLessThan(3_000);
});
