import { expect, test } from "vitest";
import { memoryCwd, memoryFiles } from "../../fixtures/eval/memory-files.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import type { RunContext } from "../../src/engine/index.ts";
import type { RunInputFlags } from "./flow-flags.ts";
import { openFlowWorld } from "./flow-world.ts";
import { readContext } from "./read-context.ts";

type Flags = Pick<RunInputFlags, "context" | "project" | "namespace">;

const issue = { url: "https://gitlab.example.com/a/b/-/issues/1" };
const web = {
  id: undefined,
  path: "shop/web",
  name: undefined,
  description: undefined,
  webUrl: undefined,
  httpUrlToRepo: undefined,
  defaultBranch: "trunk",
};
const configured = "context: { project: shop/configured, inputs: { rule: { text: Be kind } } }\n";

const table: readonly (readonly [string, Flags, string | undefined, RunContext])[] = [
  ["nothing", {}, undefined, { project: "example/project", namespace: null }],
  ["--project", { project: "shop/web" }, undefined, { project: "shop/web", namespace: null }],
  ["--namespace alone", { namespace: "shop" }, undefined, { project: null, namespace: "shop" }],
  [
    "both",
    { project: "shop/web", namespace: "shop" },
    undefined,
    { project: "shop/web", namespace: "shop" },
  ],
  ["an id", { context: '{"project":7}' }, undefined, { project: 7, namespace: null }],
  [
    "what is known of a project",
    { context: '{"project":{"path":"shop/web","default_branch":"trunk"}}' },
    undefined,
    { project: web, namespace: null },
  ],
  ["none", { context: '{"none":true}' }, undefined, { project: null, namespace: null }],
  [
    "a flag over none",
    { context: '{"none":true}', project: "shop/web" },
    undefined,
    { project: "shop/web", namespace: null },
  ],
  [
    "a flag beside a block",
    { context: '{"project":"shop/web"}', namespace: "shop" },
    undefined,
    { project: "shop/web", namespace: "shop" },
  ],
  [
    "categories",
    { context: JSON.stringify({ issue }) },
    undefined,
    { project: "example/project", namespace: null, inputs: { issue } },
  ],
  [
    "categories below inputs, and beside them",
    { context: JSON.stringify({ inputs: { a: 1 }, issue }) },
    undefined,
    { project: "example/project", namespace: null, inputs: { a: 1, issue } },
  ],
  [
    "envelopes, and a category beside them",
    { context: '{"inputs":[{"category":"a","content":"{}"}],"b":{"c":1},"d":"text"}' },
    undefined,
    {
      project: "example/project",
      namespace: null,
      inputs: [
        { category: "a", id: undefined, content: "{}", metadata: undefined },
        { category: "b", id: undefined, content: '{"c":1}', metadata: undefined },
        { category: "d", id: undefined, content: "text", metadata: undefined },
      ],
    },
  ],
  [
    "flowproof.yml",
    {},
    configured,
    { project: "shop/configured", namespace: null, inputs: { rule: { text: "Be kind" } } },
  ],
  [
    "a place over flowproof.yml, which keeps its inputs",
    { namespace: "shop" },
    configured,
    { project: null, namespace: "shop", inputs: { rule: { text: "Be kind" } } },
  ],
  [
    "inputs over those of flowproof.yml, which keeps its place",
    { context: '{"a":1}' },
    configured,
    { project: "shop/configured", namespace: null, inputs: { a: 1 } },
  ],
  [
    "a file, with the block below its name",
    { context: "c.yml" },
    undefined,
    { project: "shop/web", namespace: null, inputs: { issue } },
  ],
];

test.each(table)("%s", async (_, flags, config, expected) => {
  const { context } = await read(flags, config);
  expect(context).toEqual(expected);
});

test.each([
  [{}, 1],
  [{ context: '{"a":1}' }, 1],
  [{ project: "a/b" }, 0],
  [{ context: '{"none":true}' }, 0],
])("%j: what the user has to know is told %d times", async (flags, notices) => {
  expect((await read(flags)).notices).toHaveLength(notices);
});

test.each([
  ['{"project":[]}', "CLI_CONTEXT_INVALID", 12],
  ['{"project":"a","none":true}', "CLI_CONTEXT_INVALID", 16],
  ["[1]", "CLI_CONTEXT_INVALID", 1],
  ['{"a":1,"a":2}', "YAML_INVALID", 8],
  ['{"__proto__":{}}', "YAML_INVALID", 2],
])("%s is refused with its place", async (context, code, column) => {
  const error: unknown = await read({ context }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code, place: { file: "--context", line: 1, column } });
});

async function read(flags: Flags, config?: string): ReturnType<typeof readContext> {
  const files = memoryFiles({
    "c.yml": `context: { project: shop/web, issue: { url: "${issue.url}" } }\n`,
    ...(config === undefined ? {} : { "flowproof.yml": config }),
  });
  const clock = { now: () => 0, monotonic: () => 0, sleep: () => Promise.resolve() };
  const world = await openFlowWorld({
    cwd: memoryCwd,
    files,
    clock,
    env: {},
    stdin: async () => new Uint8Array(),
    stdout: () => undefined,
    stderr: () => undefined,
    terminal: { live: false, color: { stdout: false, stderr: false }, columns: 80 },
    signal: new AbortController().signal,
    versions: { flowproof: "0", node: "0" },
  });
  return readContext({ format: "pretty", color: false, ...flags }, world);
}
