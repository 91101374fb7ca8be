import { describe, expect, test } from "vitest";
import { inspectFlow } from "../../flow/index.ts";
import { seededRandom } from "../../platform/index.ts";
import { flowIdentity } from "../change/flow-identity.ts";
import { bundledKnowledge } from "../knowledge/index.ts";
import { lintText, type LintOptions } from "../lint-text.ts";
import { fixFlow } from "./fix-flow.ts";

const options = { knowledge: bundledKnowledge };

/** A flow with things to repair, written in a way that the seed chooses. */
function generated(seed: number): string {
  const random = seededRandom(seed);
  const pick = <T>(...choices: readonly [T, ...T[]]): T => {
    return choices[Math.floor(random.next() * choices.length)] ?? choices[0];
  };
  const note = (): string => pick("", "", ` # note ${Math.floor(random.next() * 1000)}`);
  const quote = (name: string): string => pick(name, `"${name}"`, `'${name}'`);
  const tools = pick(
    `[${quote("blob_search")}, edit_file]${note()}`,
    `${note()}\n      - ${quote("get-issue")}${note()}\n      - ${quote("run_comand")}${note()}`,
    `\n      # tools\n      - blob_search: {}${note()}\n      - edit_file`,
  );
  const routes = pick(
    `{ ${pick("yes", "1", "again")}: helper, done: end }${note()}`,
    `${note()}\n        ${pick("true", "2")}: helper${note()}\n        ${quote("done")}: ${quote("end")}${note()}\n        # last`,
  );
  const category = pick(
    `- { category: merge_request, input_schema: {} }${note()}`,
    `-   category: ${quote("merge_request")}${note()}\n        input_schema: {}`,
  );
  const system = pick(
    `|${pick("", "-", "+")}${note()}\n        You help.\n\n        {% if goal %}Go on.{% endif %}${pick("", "\n", "\n\n")}`,
    `>\n        You\n        help.`,
    `You help.${note()}`,
    `"You\\thelp."${note()}`,
    `'It''s you'`,
    `[You help., "Be brief."]${note()}`,
  );
  const text = `# a flow
version: v1${note()}
environment: ambient
flow:
  entry_point: helper
  inputs:
    ${category}
components:
  - name: helper${note()}
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset: ${tools}
    model_size_preference: small${note()}
routers:
  - from: helper
    condition:
      input: context:helper.final_answer
      routes: ${routes}
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: ${system}
      user: "{{ goal }}"${note()}${pick("", "\n", "\n# end\n")}`;
  const written = pick(text, text, text.replaceAll("\n", "\r\n"));
  return pick(written, written, `\uFEFF${written}`);
}

/** Whatever is no value. */
function commentsIn(text: string): readonly string[] {
  return text.match(/# (?:a flow|note \d+|tools|last|end)/g) ?? [];
}

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

describe("whatever a flow is written like", () => {
  test.each(seeds)("its repair is safe (seed %d)", (seed) => {
    const text = generated(seed);
    const result = fixFlow({ text, path: "flow.yml" }, options);
    const { fixed, remaining } = result;
    const rules = new Set(fixed.map(({ rule }) => rule));
    for (const rule of ["default-route", "deprecated-fields", "secret-guidance", "unknown-tool"]) {
      expect([...rules]).toContain(rule);
    }
    expect(remaining.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(remaining.filter(({ origin }) => origin === "service")).toEqual([]);
    expect(inspectFlow(result.text, "flow.yml", bundledKnowledge).problems).toEqual([]);
    expect(commentsIn(result.text)).toEqual(commentsIn(text));
    expect(result.text.startsWith("\uFEFF")).toBe(text.startsWith("\uFEFF"));
    expect(/\r\n/.test(result.text)).toBe(/\r\n/.test(text));
    expect(/(?<!\r)\n/.test(result.text)).toBe(/(?<!\r)\n/.test(text));
    expect(result.text.slice(-3)).toBe(text.slice(-3));
    // What was there is there still, in its order.
    const lines = result.text.split(/\r?\n/);
    const kept = text
      .split(/\r?\n/)
      .filter((line) => /^(?:\w|\s+(?:from|name|type|user):)/.test(line));
    expect(lines.filter((line) => kept.includes(line))).toEqual(kept);
    expect(fixFlow({ text: result.text, path: "flow.yml" }, options)).toMatchObject({
      text: result.text,
      fixed: [],
    });
  });
});

test("what nobody wants reported is not repaired", () => {
  const text = generated(1);
  expect(fixFlow({ text, path: "flow.yml" }, { ...options, only: ["service"] }).text).toBe(text);
  const rules = (only: "policy" | "style"): readonly string[] => {
    return fixFlow({ text, path: "flow.yml" }, { ...options, only: [only] }).fixed.map(
      ({ rule }) => rule,
    );
  };
  expect(rules("policy")).toEqual(["secret-guidance"]);
  expect(rules("style")).not.toContain("secret-guidance");
});

test("what cannot be read is left alone", () => {
  const text = `${generated(1)}\n  - [`;
  expect(lintText(text, "flow.yml", options).some(({ code }) => code === "E01")).toBe(true);
  expect(fixFlow({ text, path: "flow.yml" }, options).text).toBe(text);
});

describe("a released version", () => {
  const text = generated(1);
  const path = "flows/helper/1.0.0.yml";
  const change = { base: "main", before: text, lower: undefined };

  test.each<[about: string, file: string, setting: LintOptions]>([
    ["as it is there", path, { change }],
    ["changed by now", path, { change: { ...change, before: text.replace("help.", "aid.") } }],
    ["under another name", "a.yml", { change, identity: flowIdentity(path) }],
  ])("is not repaired: %s", (_, file, setting) => {
    const all = { ...options, ...setting };
    const result = fixFlow({ text, path: file }, all);
    expect(result).toMatchObject({ text, fixed: [], released: true });
    expect(result.remaining).toEqual(lintText(text, file, all));
    expect(result.found).toBe(result.remaining.length);
  });

  test.each<[about: string, file: string, setting: LintOptions]>([
    ["new", path, { change: { ...change, before: undefined } }],
    ["refused there", path, { change: { ...change, before: "version: v1\n" } }],
    ["a pre-release", "flows/helper/1.0.0-dev.yml", { change }],
    ["of which nobody asks", path, { change, only: ["style"] }],
    ["allowed to change", path, { change, severities: new Map([["released-config", "off"]]) }],
    ["without a base", path, {}],
  ])("is none that is %s, and is repaired", (_, file, setting) => {
    const result = fixFlow({ text, path: file }, { ...options, ...setting });
    expect(result.released).toBe(false);
    expect(result.fixed.length).toBeGreaterThan(2);
  });

  test("is said to be left alone only where something could be repaired", () => {
    const { text: clean } = fixFlow({ text, path }, options);
    const released = { ...options, change: { ...change, before: clean } };
    expect(fixFlow({ text: clean, path }, released).released).toBe(false);
  });
});
