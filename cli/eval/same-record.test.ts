import { expect, test } from "vitest";
import { onlyRun, userProject } from "../../fixtures/vitest/user-project.ts";
import type { RunEvent } from "../../src/record/index.ts";
import { readEvents, withWholeTexts } from "../../src/record/index.ts";
import { runIn } from "../testing/run-in.ts";

const yaml = `suite: counts
target: { flow: data_analyst, version: ^1.0.0 }
script: ../fixtures/vitest/hard.script.yml
context: { project: shop/web }
tools:
  get_glql_schema: { returns_file: ../fixtures/glql/issue-schema.json }
cases:
  - id: counts-open-issues
    ask: Count the open issues
    tools:
      run_glql_query:
        - args: { glql_yaml: { $contains: opened } }
          returns: { data: { count: 42 } }
    expect:
      - called: run_glql_query
      - not_called: create_issue
      - called: { tool: run_glql_query, args: { glql_yaml: { $contains: opened } } }
      - called: { tool: run_glql_query, times: { min: 1, max: 2 } }
      - judge: [There are 42 of them, It is an answer]
      - answer: { word: "42" }
    trials: 3
    require: 2
    tags: [counting]
  - id: talks
    conversation:
      - user: Hello
        expect: [{ answer: Alice }, { judge: [It greets] }]
      - user: What did I say?
    expect:
      - no_calls: true
      - called: run_glql_query
`;

const typescript = `import { expect, test } from "vitest";
import { defineAgent } from "flowproof/vitest";

const agent = defineAgent({
  flow: "data_analyst",
  version: "^1.0.0",
  script: "../fixtures/vitest/hard.script.yml",
  context: { project: "shop/web" },
  tools: { get_glql_schema: { returns_file: "../fixtures/glql/issue-schema.json" } },
});

test("counts open issues", async () => {
  const run = await agent.ask("Count the open issues", {
    tools: {
      run_glql_query: [
        { args: { glql_yaml: { $contains: "opened" } }, returns: { data: { count: 42 } } },
      ],
    },
    trials: 3,
    require: 2,
    tags: ["counting"],
  });
  run
    .assertCalledTool("run_glql_query")
    .assertNotCalledTool("create_issue")
    .assertCalledToolWithArgs("run_glql_query", { glql_yaml: { $contains: "opened" } })
    .assertToolCallCount("run_glql_query", { min: 1, max: 2 });
  await run.assertLlmValidates(["There are 42 of them", "It is an answer"]);
  expect(run).toAnswer({ word: "42" });
});

test("talks", async () => {
  const run = await agent.ask([
    { user: "Hello", expect: [{ answer: "Alice" }, { judge: ["It greets"] }] },
    { user: "What did I say?" },
  ]);
  expect(run).not.toHaveToolCalls();
  run.assertCalledTool("run_glql_query");
});
`;

const config = `import { defineEvalConfig } from "flowproof/vitest/config";
export default defineEvalConfig({ reports: "reports-ts" });
`;

/** What names the run and its files, and the times that it took. */
const unlike: ReadonlySet<string> = new Set([
  "run",
  "at",
  "versions",
  "suites",
  "request",
  "activeMs",
  "waitMs",
  "firstTokenMs",
  "durationMs",
]);

/** Events trial by trial: which of those that run side by side comes first is chance. */
function plain(events: readonly RunEvent[]): readonly unknown[] {
  const keyOf = (event: RunEvent): string =>
    "trial" in event ? JSON.stringify([event.case, event.trial]) : `~${event.type}`;
  return withWholeTexts(events)
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b))))
    .map((event): unknown =>
      JSON.parse(
        JSON.stringify(event, (key, value: unknown) => (unlike.has(key) ? undefined : value)),
      ),
    );
}

test("the same case in YAML and in TypeScript gives the same record but for names and times", async () => {
  using project = userProject({
    "suites/counts.suite.yml": yaml,
    "suites/counts.eval.ts": typescript,
    "vitest.eval.config.ts": config,
  });
  const { folder } = project;
  const [fromYaml, fromTypescript] = await Promise.all([
    // Vitest runs every trial.
    runIn(folder, ["eval", "run", "suites/counts.suite.yml", "--curtail", "off"]),
    project.run(["--config", "vitest.eval.config.ts"]),
  ]);
  expect(fromYaml).toMatchObject({ exit: 1 });
  expect(fromTypescript).toMatchObject({ exit: 1 });
  const first = await readEvents(onlyRun(project));
  const second = await readEvents(onlyRun(project, "reports-ts"));
  expect(plain(second)).toEqual(plain(first));
  // The hashes of the cases were among what is equal: runs of both can be compared.
  expect(JSON.stringify(plain(first))).toMatch(/"hash":"[0-9a-f]{64}"/);
}, 180_000);
