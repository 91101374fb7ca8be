import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { runModule } from "../../platform/index.ts";
import type { Definition, Definitions } from "./definition.ts";
import { readDefinitions } from "./read-definitions.ts";
import { answer } from "./ruby/ruby-worker.ts";

const folder = join(import.meta.dirname, "../../../fixtures/definitions");
const flowFile = "foundational_flow/definitions/dredge.rb";

function fixture(name: string): { file: string; text: string } {
  return { file: name, text: readFileSync(join(folder, name), "utf8") };
}

/** Without a process of its own, which takes its time to start. */
async function run(_: URL, input: string): Promise<string> {
  return answer(input);
}

async function read(file: string, text: string): Promise<Definitions> {
  const [only] = await readDefinitions([{ file, text }], run);
  return only!;
}

function valuesOf({ attributes }: Definition): Record<string, unknown> {
  return Object.fromEntries([...attributes].map(([name, { value }]) => [name, value]));
}

test("reads the fixtures alike, in Ruby and in YAML", async () => {
  const names = ["foundational_chat_agents_definitions.rb", flowFile, "definitions.yml"];
  const [agents, flows, yaml] = await readDefinitions(names.map(fixture), run);
  expect([agents, flows, yaml].flatMap((each) => each?.problems)).toEqual([]);
  expect(agents?.definitions.map(valuesOf)).toEqual([
    {
      id: 1,
      reference: "harbor",
      version: "",
      name: "Harbor",
      global_catalog_id: null,
      flow_version: "^1.0.0",
      description: "One text, and its second line",
    },
    {
      id: 2,
      reference: "tide_watcher",
      version: "v1",
      name: "Tide Watcher",
      global_catalog_id: 77,
      visibility: "public",
      verification_level: undefined,
      selectable_in_chat: true,
      tools: ["get_issue", "list_issues"],
      description: "Watches the tide, à la carte 🌊.\n  Deeper water is indented.\n",
    },
  ]);
  expect(flows?.definitions.map(valuesOf)).toEqual([
    {
      foundational_flow_reference: "dredge/v1",
      display_name: "Dredge",
      description: "Keeps the channel deep enough.",
      feature_maturity: "beta",
      agent_privileges: ["read_write_files", "read_only_gitlab"],
      environment: "ambient",
      triggers: ["mention"],
      supported_events: null,
      precondition: { match: "all", rules: [{ field: "status", operator: "eq" }] },
      noteable_resolver: undefined,
      flow_version: "1.0.0",
    },
  ]);
  expect(yaml?.definitions.map(({ kind, at }) => [kind, ...at])).toEqual([
    ["agent", "agents", 0],
    ["agent", "agents", 1],
    ["flow", "flows", 0],
  ]);
});

test("knows where everything stands, also behind characters of several bytes", async () => {
  const text = `X = [\n  # é🌊\n  { name: "é🌊", reference: 'a', version: "v1", global_catalog_id: 7 }\n]\n`;
  const { definitions } = await read("a.rb", text);
  const line = text.split("\n")[2]!;
  const attribute = definitions[0]?.attributes.get("version");
  const column = line.indexOf('"v1"') + 1;
  expect(attribute?.range).toEqual({
    start: { line: 3, column },
    end: { line: 3, column: column + 4 },
  });
  expect(attribute?.keyRange.start).toEqual({ line: 3, column: line.indexOf("version") + 1 });
  expect(attribute?.at).toEqual(["agents", 0, "version"]);
  expect(definitions[0]?.range.start).toEqual({ line: 3, column: 3 });
});

/** A flow with one attribute, whose expression is given. */
function flowWith(expression: string, before = ""): string {
  return `${before}\nX = { foundational_flow_reference: "a/v1", avatar: ${expression} }\n`;
}

const expressions: readonly (readonly [expression: string, value: unknown])[] = [
  ["'a'", "a"],
  [":a", "a"],
  ['"a\\n"', "a\n"],
  ["12_000", 12_000],
  ["-1", -1],
  ["0.5", 0.5],
  ["true", true],
  ["false", false],
  ["nil", null],
  ["[1, [2]]", [1, [2]]],
  ["%w[a b]", ["a", "b"]],
  ["%i[a b]", ["a", "b"]],
  ["{ a: 1, 'b' => 2 }", { a: 1, b: 2 }],
  ["('a')", "a"],
  ["'a'.freeze", "a"],
  ["[:a].freeze", ["a"]],
  ['"a" "b"', "ab"],
  ["_('Text')", "Text"],
  ["s_('Name|Text')", "Text"],
  ["EVENT_TYPES[:mention]", "mention"],
  ["::Ai::FlowTrigger::EVENT_TYPES.fetch(:assign)", "assign"],
  ["AgentPrivileges::USE_GIT", "use_git"],
  ["AgentPrivileges::FLY", "FLY"],
  ["Ai::Catalog::FoundationalFlow::DEFAULT_FLOW_VERSION", "1.0.0"],
];

test("what is written out is known", async () => {
  const text = expressions.map(([expression]) => flowWith(expression)).join("");
  const { definitions, problems } = await read("a.rb", text);
  expect(problems).toEqual([]);
  const found = definitions.map(({ attributes }, index) => {
    return [expressions[index]?.[0], attributes.get("avatar")?.value];
  });
  expect(found).toEqual(expressions);
});

test("what would have to be run is unknown, and is not run", async () => {
  const marker = join(folder, "ran");
  const calls = [
    "`touch ran`",
    "%x(touch ran)",
    "system('touch ran')",
    'File.write("ran", "")',
    '"#{`touch ran`}"',
    '"a#{1}"',
    ':"a#{1}"',
    "[1, `touch ran`]",
    "{ a: `touch ran` }",
    "{ **others }",
    "Unknown",
    "Some::Path",
    "name",
    "'a'.upcase",
    "'a' + 'b'",
    "'a'.freeze(1)",
    "[1].map { |x| x }",
    "->(x) { x }",
    "1..2",
    "EVENT_TYPES[:a, :b]",
    "OTHER[:a]",
    "t('a')",
    "99999999999999999999",
    "'\\xff'.b",
    "BEGIN_",
  ];
  const text = calls.map((each) => flowWith(each)).join("");
  const { definitions, problems } = await read(`${folder}/a.rb`, text);
  expect(problems).toEqual([]);
  expect(definitions).toHaveLength(calls.length);
  const known = definitions.filter(
    ({ attributes }) => attributes.get("avatar")?.value !== undefined,
  );
  expect(known.map(({ at }) => calls[Number(at[1])])).toEqual([]);
  expect(() => readFileSync(marker)).toThrow(/ENOENT/);
});

test("constants of the file are looked up, in whatever order and even in circles", async () => {
  const { definitions } = await read("a.rb", `${flowWith("A")}A = B\nB = ['b'].freeze\n`);
  expect(definitions[0]?.attributes.get("avatar")?.value).toEqual(["b"]);
  const circle = await read("a.rb", flowWith("A", "A = B\nB = A"));
  expect(circle.definitions[0]?.attributes.get("avatar")?.value).toBeUndefined();
});

test("of a list, what is known of each item is known", async () => {
  const { definitions } = await read("a.rb", flowWith("[:a, b, 1]"));
  const avatar = definitions[0]?.attributes.get("avatar");
  expect(avatar?.value).toBeUndefined();
  expect(avatar?.items?.map(({ value }) => value)).toEqual(["a", undefined, 1]);
});

test("keyword arguments define as well, and what is spread into them is not seen", async () => {
  const text = 'register(foundational_flow_reference: "a/v1", **defaults)\n';
  const { definitions } = await read("a.rb", text);
  expect(definitions.map(({ open }) => open)).toEqual([true]);
});

test("other hashes are no definitions", async () => {
  const text =
    'A = { name: "x", description: "y", id: 1 }\nB = { triggers: [] }\nputs(a: { b: 1 })\n';
  expect((await read("a.rb", text)).definitions).toEqual([]);
});

test("wrong Ruby is told at its line, and what can be read is read", async () => {
  const { definitions, problems } = await read("a.rb", `${flowWith("1")}\ndef broken(\n`);
  expect(definitions).toHaveLength(1);
  expect(problems[0]?.message).toMatch(/^not valid Ruby: /);
  expect(problems[0]?.range.start.line).toBeGreaterThanOrEqual(4);
});

test("whatever is too deep, too long, or makes too much of itself ends in words", async () => {
  const deep = (count: number): string => flowWith("[".repeat(count) + "]".repeat(count));
  const bombs = Array.from({ length: 30 }, (_, index) => {
    return `C${index} = [${Array.from({ length: 10 }, () => `C${index + 1}`).join(", ")}]\n`;
  });
  const sources = [
    { file: "deep.rb", text: deep(5000) },
    { file: "deeper.rb", text: deep(100_000) },
    { file: "long.rb", text: `# ${"x".repeat(1_000_001)}` },
    { file: "wide.rb", text: flowWith(`[${"1,".repeat(200_000)}]`) },
    { file: "bomb.rb", text: flowWith("C0", bombs.join("")) },
    // To Ruby the file ends with the first of these.
    { file: "zero.rb", text: "\0\0\u{feff}{" },
    { file: "fine.rb", text: flowWith("1") },
  ];
  const all = await readDefinitions(sources, run);
  expect(all.map(({ problems }) => problems[0]?.message.split(" ").slice(0, 4).join(" "))).toEqual([
    "its expressions are nested",
    "its expressions are nested",
    "the file is longer",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(all.at(-1)?.definitions).toHaveLength(1);
});

test("a process of its own reads the same", async () => {
  const source = fixture(flowFile);
  const apart = await readDefinitions([source], async (module, input) => {
    return runModule(module, input, { timeoutMs: 30_000, maxBytes: 1_000_000 });
  });
  expect(apart).toEqual(await readDefinitions([source], run));
  expect(apart[0]?.definitions).toHaveLength(1);
});

test("the process that reads Ruby starts for Ruby only", async () => {
  const refuse = async (): Promise<string> => Promise.reject(new Error("started"));
  const source = fixture("definitions.yml");
  await expect(readDefinitions([source], refuse)).resolves.toHaveLength(1);
  await expect(readDefinitions([{ ...source, file: "a.rb" }], refuse)).rejects.toThrow("started");
});

/** The fixtures with pieces cut out, doubled and put elsewhere. */
const mutants = fc.sample(
  fc.tuple(
    fc.constantFrom("foundational_chat_agents_definitions.rb", flowFile),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60)), { maxLength: 4 }),
    fc.constantFrom("", "end", "{", "#{", "<<~X", "`", "\0", "é", "%w[", "=begin\n", "__END__\n"),
  ),
  { numRuns: 150, seed: 11 },
);

test("whatever a file in Ruby looks like, it is read or refused, with places inside of it", async () => {
  const texts = mutants.map(([name, cuts, piece]) => {
    return cuts.reduce((text, [where, length]) => {
      const start = Math.floor(where * text.length);
      return text.slice(0, start) + piece + text.slice(start + length);
    }, fixture(name).text);
  });
  const all = await readDefinitions(
    texts.map((text, index) => ({ file: `${index}.rb`, text })),
    run,
  );
  const odd = all.filter(({ text, problems, definitions }) => {
    const lines = text.split(/\r\n|\n|\r/).length;
    return [...problems, ...definitions].some(({ range: { start, end } }) => {
      return start.line < 1 || start.column < 1 || end.line > lines;
    });
  });
  expect(odd).toEqual([]);
  expect(all.filter(({ broken }) => broken).length).toBeGreaterThan(10);
  expect(all.filter(({ broken }) => !broken).length).toBeGreaterThan(10);
});

test.each([
  ["", "must be a mapping"],
  ["agents: [", ""],
  ["flows: [{ tiggers: [] }]", "tiggers"],
  ["flows: [{ triggers: mention }]", "triggers"],
  ["agents: [7]", ""],
  ["{}", ""],
])("YAML of the wrong shape is told: %j", async (text, part) => {
  const { problems } = await read("definitions.yml", text);
  expect(problems.map(({ message }) => message).join("\n")).not.toBe("");
  if (part === "tiggers") expect(problems[0]?.hint).toContain("triggers");
});
