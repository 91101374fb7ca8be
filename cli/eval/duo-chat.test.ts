import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diskFiles, systemClock } from "../../src/platform/index.ts";
import type { Summary } from "../../src/report/index.ts";
import {
  createGitlabSimulator,
  type GitlabSimulator,
  loadCatalog,
  type RunningServer,
  serve,
} from "../../src/simulators/index.ts";
import { type ProgramRun, runIn } from "../testing/run-in.ts";

const token = "shop-writer-token";
const folder = mkdtempSync(join(tmpdir(), "flowproof-"));
let simulator: GitlabSimulator;
let server: RunningServer;

beforeAll(async () => {
  const catalog = await loadCatalog("fixtures/catalogs/shop", diskFiles);
  simulator = createGitlabSimulator({ catalog, clock: systemClock });
  server = await serve(simulator, { port: 0, onError: () => undefined });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a suite whose target is the chat. */
async function evaluate(
  cases: string,
  { resource = "shop/agents#7", flags = [], env = { GITLAB_TOKEN: token } }: Given = {},
): Promise<ProgramRun> {
  const target = `target: { duo_chat: { url: "${server.url}", resource: "${resource}" } }`;
  writeFileSync(join(folder, "chat.suite.yml"), `suite: chat\n${target}\ncases:\n${cases}`);
  return runIn(folder, ["eval", "run", "chat.suite.yml", ...flags], env);
}

interface Given {
  readonly resource?: string;
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const conversation = `
  - id: crates
    conversation:
      - user: How many crates does it ask for?
        expect: [{ answer: { word: "12" } }]
      - user: How many, once more?
    expect:
      - answer: { contains: As I said }
  - id: after-new
    conversation:
      - user: How many crates are there?
      - user: /new
      - user: How many crates were there?
    expect: [{ answer: { contains: asks for 12 } }]
  - id: wrong
    ask: What is in stock?
    expect: [{ answer: { contains: 13 crates } }]
`;

test("a suite asks Duo Chat: threads go on, answers are checked, what fails fails", async () => {
  const { exit, stdout, stderr } = await evaluate(conversation, { flags: ["--format", "json"] });
  expect(exit, stderr).toBe(1);
  const summary: Summary = JSON.parse(stdout);
  expect(summary.cases.map(({ case: id, outcome }) => [id, outcome])).toEqual([
    ["crates", "pass"],
    ["after-new", "pass"],
    ["wrong", "fail"],
  ]);
  const questions = simulator.requests.filter(({ body }) => body.includes("aiAction"));
  expect(questions).toHaveLength(5);
  expect(stdout + stderr).not.toContain(token);
  const reports = await diskFiles.list(join(folder, "reports", "latest"));
  expect(reports).toContain("summary.json");
  for (const name of reports.filter((each) => /\.jsonl?$/.test(each))) {
    const text = readFileSync(join(folder, "reports", "latest", name), "utf8");
    expect(text).not.toContain(token);
  }
});

test.each([
  ["an unknown command", "/clean", /^Duo Chat has no command "\/clean"$/, "suite_error"],
  ["an error of Duo", "overload", /^DUO_CHAT_FAILED: .*Error code: A1000$/, "infra_error"],
])("%s is told as what it is", async (_, question, words, outcome) => {
  const cases = `  - { id: a, ask: "${question}", expect: [{ answer: { contains: x } }] }\n`;
  const { stdout } = await evaluate(cases, { flags: ["--format", "json"] });
  const summary: Summary = JSON.parse(stdout);
  const [trial] = summary.cases.flatMap(({ trials }) => trials);
  expect(trial?.outcome).toBe(outcome);
  expect(trial?.reason).toMatch(words);
});

test("checks of what Duo does not tell are refused", async () => {
  const cases =
    "  - { id: a, ask: stock?, expect: [{ called: get_issue }, { max_cost_usd: 1 }] }\n";
  const { exit, stderr } = await evaluate(cases);
  expect(exit).toBe(2);
  expect(stderr).toContain("error[TARGET_UNTOLD]");
  expect(stderr.match(/error\[/g)).toHaveLength(2);
});

test.each([
  ["shop/agents#x", /error\[DUO_CHAT_RESOURCE_INVALID\]: chat\.suite\.yml:2:\d+: "shop\/agents#x"/],
  ["#7", /error\[DUO_CHAT_RESOURCE_INVALID\]: chat\.suite\.yml:2:\d+: "#7"/],
])("%s is refused before anything is asked", async (resource, message) => {
  const cases = "  - { id: a, ask: stock?, expect: [{ answer: { contains: x } }] }\n";
  const { exit, stderr } = await evaluate(cases, { resource });
  expect(exit).toBe(2);
  expect(stderr).toMatch(message);
});

test("without a token nothing begins", async () => {
  const cases = "  - { id: a, ask: stock?, expect: [{ answer: { contains: x } }] }\n";
  const { exit, stderr } = await evaluate(cases, { env: {} });
  expect(exit).toBe(2);
  expect(stderr).toContain("error[GITLAB_TOKEN_MISSING]");
});

test("a run that is longer than the limit of eight hours says so at the start", async () => {
  const cases = "  - { id: a, ask: stock?, trials: 200, expect: [{ answer: { contains: x } }] }\n";
  const { exit, stderr } = await evaluate(cases, { flags: ["--dry-run"] });
  expect(exit, stderr).toBe(0);
  expect(stderr).toContain(
    "200 requests of gitlab/duo_chat; the limit is 160/8h: takes at least 8 h",
  );
  const raised = await evaluate(cases, {
    flags: ["--dry-run", "--rate", "gitlab/duo_chat=500/8h"],
  });
  expect(raised.stderr).not.toContain("the limit is");
});
