import { afterAll, beforeAll, expect, test } from "vitest";
import { parseScript } from "../../src/model/index.ts";
import { createLlmSimulator, type RunningServer, serve } from "../../src/simulators/index.ts";
import { runIn } from "../testing/run-in.ts";

const bodies: unknown[] = [];
let server: RunningServer;

beforeAll(async () => {
  const text = 'script: s\nreplies: [{ turns: [{ text: "Hello!" }] }]\n';
  const simulator = createLlmSimulator({ script: await parseScript(text, "s.yml") });
  server = await serve(
    async (request) => {
      bodies.push(await request.clone().json());
      return simulator(request);
    },
    { port: 0 },
  );
});
afterAll(() => server.close());

const triage = [
  "issue_triage",
  "--context",
  '{"issue":{"url":"https://gitlab.example.com/shop/web/-/issues/12"}}',
  "--tools",
  '{"get_issue":{"returns":{"title":"Cart"}}}',
];

test.each([
  [["foundational_pirate_agent", "--goal", "Hi"], "claude-sonnet-4-6"],
  [["data_analyst", "--goal", "How many?", "--namespace", "shop"], "claude-opus-4-7"],
  [triage, "claude-sonnet-4-6"],
  [triage, "claude-opus-5-5"],
  [[...triage, "--compat"], "claude-haiku-4-5"],
  [triage, "openai/any-model"],
])("%j: what is printed for %s is what a run sends", async (args, model) => {
  bodies.length = 0;
  const env = {
    ANTHROPIC_API_KEY: "x",
    ANTHROPIC_BASE_URL: server.url,
    OPENAI_BASE_URL: `${server.url}/v1`,
    EXECUTION_MODEL: model,
  };
  const rendered = await runIn(process.cwd(), ["flow", "render", ...args, "--format", "json"], env);
  expect(bodies).toHaveLength(0);
  expect(rendered.exit, rendered.stderr).toBe(0);
  await runIn(process.cwd(), ["flow", "run", ...args, "-q"], env);
  expect(JSON.parse(rendered.stdout)).toEqual(bodies[0]);
});

test("a script is asked in the same words, and needs no file for it", async () => {
  const args = ["flow", "render", ...triage, "--model", "script/none.yml", "--format", "json"];
  const { exit, stdout } = await runIn(process.cwd(), args);
  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    model: "script/none.yml",
    tool_choice: { type: "any" },
  });
});

test("the tools of a chat completion are shown as any are", async () => {
  const args = ["flow", "render", ...triage, "--model", "openai/any-model"];
  const { exit, stdout } = await runIn(process.cwd(), args);
  expect(exit).toBe(0);
  expect(stdout).toMatch(/^tool classify_issue_answer\n {2}\S/m);
  expect(stdout).toMatch(/"type": "object"/);
});

test("secrets of the environment are not printed", async () => {
  const args = ["flow", "render", "foundational_pirate_agent", "--goal", "hunter2-hunter2"];
  const { stdout, stderr } = await runIn(process.cwd(), args, { DEPLOY_TOKEN: "hunter2-hunter2" });
  expect(stdout).toContain("[REDACTED]");
  expect(stdout).not.toContain("hunter2");
  expect(stderr).toContain("note: what looks like a secret is shown as [REDACTED]\n");
});
