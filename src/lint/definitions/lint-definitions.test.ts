import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { corpusFolder, corpusTest } from "../../../fixtures/corpus.ts";
import {
  attributeNames,
  type Definitions,
  listFlows,
  readDefinitions,
  yamlDefinitions,
} from "../../flow/index.ts";
import { diskFiles, runModule } from "../../platform/index.ts";
import { bundledKnowledge } from "../knowledge/index.ts";
import { lintFiles } from "../lint-files.ts";
import { type LintOptions, lintText } from "../lint-text.ts";
import { createFlowShelf } from "./flow-shelf.ts";
import type { KnownDefinitions } from "./known-definitions.ts";
import { lintDefinitions } from "./lint-definitions.ts";

async function readRuby(texts: Readonly<Record<string, string>>): Promise<readonly Definitions[]> {
  const sources = Object.entries(texts).map(([file, text]) => ({ file, text }));
  return readDefinitions(sources, (module, input) => {
    return runModule(module, input, { timeoutMs: 30_000, maxBytes: 10_000_000 });
  });
}

function knowing(files: readonly Definitions[]): KnownDefinitions {
  const flows = createFlowShelf([], { texts: new Map(), knowledge: bundledKnowledge });
  return { files, flows, lock: undefined };
}

function told(file: Definitions, options: LintOptions = {}): readonly string[] {
  const { diagnostics } = lintDefinitions(file, {
    definitions: knowing([file]),
    knowledge: bundledKnowledge,
    ...options,
  });
  return diagnostics.map(({ rule, severity, line, message }) => {
    return `${line} ${severity} ${rule}: ${message}`;
  });
}

const flow = (rest: string): string => `X = {
  foundational_flow_reference: 'dredge/v1', display_name: 'D', description: 'D', feature_maturity: 'ga',
  ${rest}
}
`;

test("Ruby is judged like YAML, and what only Ruby knows is not judged", async () => {
  const [wrong, unknown, defaults] = await readRuby({
    "wrong.rb": flow(`environment: "cli", triggers: [EVENT_TYPES[:schedule]],
  agent_privileges: [AgentPrivileges::FLY, 12], feature_flagg: 'x'`),
    "unknown.rb": flow(`environment: ENV['X'], triggers: [x, EVENT_TYPES[:mention]],
  supported_events: EVENTS, agent_privileges: PRIVILEGES, flow_version: version, newer_attribute: 1`),
    "defaults.rb": `register(foundational_flow_reference: 'dredge/v1', **defaults)\n`,
  });
  expect(told(wrong!)).toEqual([
    '3 error definition-environment: GitLab has no environment "cli"',
    '3 error definition-triggers: GitLab has no event "schedule"',
    '4 error definition-attributes: there is no privilege "FLY"',
    "4 error definition-attributes: there is no privilege 12",
    '4 warning definition-attributes: GitLab knows no attribute "feature_flagg" of flows',
  ]);
  expect(told(unknown!)).toEqual([]);
  expect(told(defaults!)).toEqual([]);
});

test("of a broken file only this is said", async () => {
  const [ruby] = await readRuby({ "a.rb": `${flow("environment: 'cli'")}def x(\n` });
  expect(told(ruby!).filter((line) => !line.includes("definition-file"))).toEqual([]);
  const yaml = yamlDefinitions("flows:\n  - foundational_flow_reference: x\n  - [\n", "d.yml");
  expect(told(yaml).filter((line) => !line.includes("definition-file"))).toEqual([]);
  expect(told(yaml)).not.toEqual([]);
});

test("files in Ruby share their references, and a copy in YAML is none of them", async () => {
  const [one, other] = await readRuby({ "one.rb": flow(""), "other.rb": flow("") });
  const copy = yamlDefinitions(
    "flows: [{ foundational_flow_reference: dredge/v1, display_name: D, description: D, feature_maturity: ga }]\n",
    "definitions.yml",
  );
  const definitions = knowing([one!, other!, copy]);
  expect(told(one!, { definitions })).toEqual([]);
  expect(told(copy, { definitions })).toEqual([]);
  expect(told(other!, { definitions })).toEqual([
    '2 error definition-reference: flow "dredge/v1" (one.rb) has the same "foundational_flow_reference", "dredge/v1"',
  ]);
});

test("comments, severities and --only hold for definitions as well", async () => {
  const text = flow(`# flowproof-disable-next-line definition-environment: old instances
  environment: 'web'`);
  const [file] = await readRuby({ "a.rb": text });
  expect(lintDefinitions(file!)).toMatchObject({ diagnostics: [], suppressed: 1 });
  const [plain] = await readRuby({ "a.rb": flow("environment: 'web'") });
  expect(told(plain!, { only: ["service"] })).toEqual([]);
  const severities = new Map([["definition-environment", "error" as const]]);
  expect(told(plain!, { severities })).toEqual([
    '3 error definition-environment: "web" is the old name of the environment "ambient"',
  ]);
});

test("files of definitions are reported beside flows, with their texts", async () => {
  const [file] = await readRuby({ "a.rb": flow("environment: 'cli'") });
  const source = { path: "a.rb", text: file!.text, definitions: file! };
  const report = await lintFiles([{ path: "b/1.0.0.yml", text: "version: v1\n" }, source]);
  expect(report.files.map(({ path, text }) => [path, text !== ""])).toEqual([
    ["a.rb", true],
    ["b/1.0.0.yml", true],
  ]);
});

test("an agent that the lock knows comes from the catalog", () => {
  const text =
    "agents: [{ id: 1, reference: planner, version: v1, name: P, description: P, flow_version: ^1.0.0 }]\n";
  const file = yamlDefinitions(text, "d.yml");
  const item = {
    reference: "planner",
    kind: "agent" as const,
    instance: "https://gitlab.example.com",
    id: "gid://gitlab/Ai::Catalog::Item/1",
    name: "Planner",
    flowRegistryVersion: "v1" as const,
    versions: [],
  };
  const definitions = { ...knowing([file]), lock: { schemaVersion: 1 as const, items: [item] } };
  expect(told(file)).toEqual([]);
  expect(told(file, { definitions })).toEqual([
    '1 warning catalog-agent: "flow_version" of agent "planner" is ignored, because its item of the AI Catalog decides',
  ]);
});

const names = [...attributeNames.agent, ...attributeNames.flow];
const scalars = fc.constantFrom(
  "v1",
  "",
  "web",
  "x/y/z",
  "^1",
  "[]",
  "~",
  "-1",
  "[mention, 3, {}]",
);
const entries = fc.array(fc.tuple(fc.constantFrom(...names), scalars), { maxLength: 8 });

test("whatever attributes say, nothing is thrown", () => {
  const texts = fc.sample(fc.tuple(entries, entries), { numRuns: 300, seed: 7 }).map((pair) => {
    const [agents, flows] = pair.map((list) => {
      const unique = new Map(list);
      return `[{ ${[...unique].map(([name, value]) => `${name}: ${value}`).join(", ")} }, 7, []]`;
    });
    return `agents: ${agents}\nflows: ${flows}\n`;
  });
  for (const text of texts) {
    const file = yamlDefinitions(text, "d.yml");
    expect(() => told(file)).not.toThrow();
  }
});

/** What GitLab registers, as one of our files; descriptions are not recorded. */
function shipped(): Definitions {
  const path = join(corpusFolder ?? "", "../reference/foundational-definitions.json");
  const recorded: Record<string, Record<string, unknown>[]> = JSON.parse(
    readFileSync(path, "utf8"),
  );
  const agents = recorded["foundational_chat_agents"]!.map((agent) => {
    const known = Object.entries(agent).filter(([name]) => name !== "system_prompt_file");
    return { ...Object.fromEntries(known), description: "…" };
  });
  const flows = recorded["foundational_flows"]!.map(
    ({ flow_version_resolver: resolver, ...rest }) => {
      const resolves = resolver === null ? {} : { flow_version_resolver: resolver };
      return { ...rest, ...resolves, description: "…" };
    },
  );
  return yamlDefinitions(JSON.stringify({ agents, flows }, undefined, 1), "definitions.yml");
}

const deprecated = (count: number): readonly string[] => {
  const line = 'info definition-environment: "web" is the old name of the environment "ambient"';
  return Array.from({ length: count }, () => line);
};

corpusTest("of what is shipped, what is wrong is found and nothing else", () => {
  const found = told(shipped()).map((line) => line.replace(/^\d+ /, ""));
  expect(found.toSorted()).toEqual([
    'error definition-experimental: flow "business_context_security_guidelines/experimental" is of the experimental format',
    'error definition-experimental: flow "resolve_dependency_bump/experimental" is of the experimental format',
    ...deprecated(7),
  ]);
});

corpusTest("beside the shipped configs, these privileges and tools do not fit", async () => {
  const folder = join(corpusFolder ?? "", "configs");
  const flows = await listFlows([join(folder, "v1")], diskFiles);
  const experimental = await listFlows([join(folder, "experimental")], diskFiles);
  const all = [
    ...flows,
    ...experimental.map((each) => ({ ...each, format: "experimental" as const })),
  ];
  const texts = new Map(all.map(({ path }) => [path, readFileSync(path, "utf8")]));
  const file = shipped();
  const definitions = {
    files: [file],
    flows: createFlowShelf(all, { texts, knowledge: bundledKnowledge }),
    lock: undefined,
  };
  // The corpus holds a part of the registry, so that some references and versions are not there.
  const unneeded = told(file, { definitions }).filter((line) =>
    line.includes("unneeded-privilege"),
  );
  expect(unneeded.map((line) => line.replace(/^\d+ warning unneeded-privilege: /, ""))).toEqual([
    'no tool of flow "code_review/v1" needs "run_commands"',
    'no tool of flow "code_review/v1" needs "use_git"',
    'every tool of flow "sast_fp_detection/v1" that "read_write_files" enables only reads',
    'no tool of flow "sast_fp_detection/v1" needs "run_commands"',
    'no tool of flow "sast_fp_detection/v1" needs "use_git"',
    'no tool of flow "resolve_sast_vulnerability/v1" needs "run_commands"',
    'no tool of flow "convert_to_gl_ci/v1" needs "read_only_gitlab"',
    'every tool of flow "secrets_fp_detection/v1" that "read_write_files" enables only reads',
    'no tool of flow "secrets_fp_detection/v1" needs "run_commands"',
    'no tool of flow "secrets_fp_detection/v1" needs "use_git"',
  ]);
  const options = { definitions, knowledge: bundledKnowledge, only: ["policy" as const] };
  const ungranted = [...texts].flatMap(([path, text]) =>
    lintText(text, path, options)
      .filter(({ rule }) => ["ungranted-tool", "catalog-agent"].includes(rule))
      .map(({ line }) => `${path.slice(folder.length + 1)}:${line}`),
  );
  expect(ungranted).toEqual([
    "v1/code_review/1.0.0.yml:68",
    "v1/convert_to_gl_ci/1.0.1.yml:44",
    "v1/convert_to_gl_ci/1.0.1.yml:82",
    "v1/convert_to_gl_ci/1.0.1.yml:112",
    "v1/developer/2.0.0.yml:12",
    "v1/developer/2.0.0.yml:61",
  ]);
});

test("a secret in Ruby is reported, and not shown", async () => {
  const token = ["glpat", "a1B2c3D4e5F6g7H8i9J0"].join("-");
  const text = (value: string): string =>
    `X = {\n  reference: "helper",\n  name: "${value}",\n  id: 1, description: "Helps"\n}\n`;
  const [wrong, right] = await readRuby({ "a.rb": text(token), "b.rb": text("$TOKEN") });
  const secrets = (file: Definitions | undefined): readonly string[] =>
    file === undefined ? [] : told(file).filter((each) => each.includes("literal-secrets"));
  expect(secrets(wrong)).toEqual([
    "3 error literal-secrets: this is a secret (gitlab-access-token, glpat-…)",
  ]);
  expect(secrets(right)).toEqual([]);
});
