import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Summary } from "../../src/report/index.ts";
import { readYaml } from "../../src/yaml/index.ts";
import { breakReplies, type Mutation, type ScriptedReply } from "../testing/break-replies.ts";
import { changedFiles } from "../testing/changed-files.ts";
import { runWith } from "../testing/run-in.ts";

interface SuiteFile {
  readonly suite: string;
  readonly script: string;
  readonly cases: readonly { readonly id: string; readonly ask: string }[];
}
interface Entry {
  readonly when?: { readonly user?: { $contains: string }; system?: { $contains: string } };
  readonly turns?: readonly ScriptedReply[];
}
interface ScriptFile {
  readonly script: string;
  readonly replies: readonly Entry[];
}
interface BrokenReplies extends Mutation {
  /** The checks that then fail, and no others. */
  readonly fails: readonly string[];
}

/** A case with what the scripted agent says to it. */
interface ScriptedCase {
  readonly name: string;
  readonly suite: string;
  readonly suitePath: string;
  readonly scriptPath: string;
  readonly entry: Entry;
  /** Of the prompt: what the agent would not know without it. */
  readonly section: string;
  readonly tools: ReadonlySet<string>;
  readonly mutations: readonly BrokenReplies[];
}

const suites = "suites/data-analyst";
const fixtures = "fixtures/data-analyst";
const flow = "flows/data_analyst/1.1.0.yml";
const reports = mkdtempSync(join(tmpdir(), "flowproof-"));
afterAll(() => rmSync(reports, { recursive: true, force: true }));

const textOf = (path: string): string => readFileSync(path, "utf8");
/** A file of YAML as JSON. */
function yamlOf(path: string): string {
  const { value, problems } = readYaml(textOf(path), path);
  expect(problems).toEqual([]);
  return JSON.stringify(value);
}

const inventory: Readonly<Record<string, string>> = JSON.parse(
  textOf(`${fixtures}/inventory.json`),
);
const table: Record<string, Record<string, BrokenReplies[]>> = JSON.parse(
  yamlOf(`${fixtures}/mutations.yml`),
);
const scripts = new Map<string, ScriptFile>();
const scripted = readdirSync(suites)
  .filter((name) => name.endsWith(".suite.yml"))
  .flatMap((name) => casesOf(`${suites}/${name}`));

function casesOf(suitePath: string): readonly ScriptedCase[] {
  const { suite, script, cases }: SuiteFile = JSON.parse(yamlOf(suitePath));
  const scriptPath = join(suites, script).replaceAll("\\", "/");
  const file: ScriptFile = JSON.parse(yamlOf(scriptPath));
  scripts.set(scriptPath, file);
  return cases.map(({ id, ask }) => {
    const entry = entryFor(file, ask);
    const { when, turns = [] } = entry;
    return {
      name: `${suite}/${id}`,
      suite,
      suitePath,
      scriptPath,
      entry,
      section: when?.system?.$contains ?? "",
      tools: new Set(turns.flatMap(({ calls = [] }) => calls.map(({ tool }) => tool))),
      mutations: table[suite]?.[id] ?? [],
    };
  });
}

function entryFor({ script, replies }: ScriptFile, ask: string): Entry {
  const entry = replies.find(
    ({ when }) => when?.user !== undefined && ask.includes(when.user.$contains),
  );
  if (entry === undefined) throw new Error(`the script ${script} has no reply to "${ask}"`);
  return entry;
}

type Cases = Summary["cases"];

/** Runs suites with some files changed. */
async function run(paths: readonly string[], changed: ReadonlyMap<string, string>): Promise<Cases> {
  const args = ["eval", "run", ...paths, "--reports", reports, "--format", "json", "--quiet"];
  const { stdout, stderr } = await runWith(args, { files: changedFiles(changed) });
  expect(stderr).toBe("");
  const { cases }: Summary = JSON.parse(stdout);
  return cases;
}

/** How the cases that do not pass end, and which of their checks fail. */
function failuresIn(cases: Cases): Readonly<Record<string, readonly string[]>> {
  const failed = cases.filter(({ outcome }) => outcome !== "pass");
  return Object.fromEntries(
    failed.map(({ suite, case: id, outcome, trials }) => [
      `${suite}/${id}`,
      [
        `${outcome}`,
        ...checksIn(trials)
          .filter(({ outcome: of }) => of !== "pass")
          .map((check) => check.id),
      ],
    ]),
  );
}
const checksIn = (trials: Cases[number]["trials"]) => trials.flatMap(({ checks }) => checks);

const pathsOf = (cases: readonly ScriptedCase[]): readonly string[] => [
  ...new Set(cases.map(({ suitePath }) => suitePath)),
];
const namesOf = (cases: readonly ScriptedCase[]): readonly string[] =>
  cases.map(({ name }) => name).toSorted();

describe("the inventory", () => {
  test("has a case for each of its 92 tests, and a test for each case", () => {
    expect(Object.keys(inventory)).toHaveLength(92);
    expect(Object.values(inventory).toSorted()).toEqual(namesOf(scripted));
  });

  test("has mutations for each of its cases, and for nothing else", () => {
    const broken = Object.entries(table).flatMap(([suite, cases]) =>
      Object.keys(cases).map((id) => `${suite}/${id}`),
    );
    expect(broken.toSorted()).toEqual(namesOf(scripted));
    expect(scripted.filter(({ mutations }) => mutations.length === 0)).toEqual([]);
    expect(
      scripted.flatMap(({ mutations }) => mutations.filter(({ fails }) => fails.length === 0)),
    ).toEqual([]);
  });
});

test("a good agent passes, and there is no check that no mutation breaks", async () => {
  const cases = await run([suites], new Map());
  expect(failuresIn(cases)).toEqual({});
  const unbroken = cases.flatMap(({ suite, case: id, trials }) => {
    const fails = new Set(table[suite]?.[id]?.flatMap((mutation) => mutation.fails));
    const whole = checksIn(trials).filter((check) => !fails.has(check.id));
    return whole.map((check) => `${suite}/${id} ${check.id}`);
  });
  expect(unbroken).toEqual([]);
});

// A round breaks each case in its next way. Cases that have no more are left whole, and have to pass.
const rounds = Math.max(...scripted.map(({ mutations }) => mutations.length));

test.each(Array.from({ length: rounds }, (_, round) => round))(
  "a broken agent fails in exactly the checks that are there for it, round %i",
  async (round) => {
    const broken = scripted.filter(({ mutations }) => mutations.length > round);
    const replies = new Map([...scripts].map(([path, script]) => [path, [...script.replies]]));
    const expected: Record<string, readonly string[]> = {};
    for (const { name, scriptPath, mutations, entry } of broken) {
      const { fails, ...mutation } = mutations[round]!;
      const turns = breakReplies(entry.turns ?? [], mutation);
      const entries = replies.get(scriptPath)!;
      entries[entries.indexOf(entry)] = { ...entry, turns };
      expected[name] = ["fail", ...fails];
    }
    const changed = new Map(
      [...scripts].map(([path, { script }]) => [
        path,
        JSON.stringify({ script, replies: replies.get(path) }),
      ]),
    );
    expect(failuresIn(await run(pathsOf(broken), changed))).toEqual(expected);
  },
);

describe("a prompt without the section that a case rests on fails the case, and no other", () => {
  test.each([...new Set(scripted.map(({ section }) => section))].toSorted())(
    "%s",
    async (section) => {
      const [before = "", rest, ...more] = textOf(flow).split(`        ${section}\n`);
      expect(more).toEqual([]);
      const after =
        rest
          ?.split(/^(?= {8}# )/m)
          .slice(1)
          .join("") ?? "";
      const resting = scripted.filter((each) => each.section === section);
      const failed = failuresIn(
        await run(pathsOf(resting), new Map([[flow, `${before}${after}`]])),
      );
      expect(Object.keys(failed).toSorted()).toEqual(namesOf(resting));
    },
  );
});

describe("a flow without a tool fails the cases that need it, and no others", () => {
  test.each([
    "get_glql_schema",
    "run_glql_query",
    "create_work_item_note",
    "create_merge_request_note",
  ])("%s", async (tool) => {
    const needing = scripted.filter(({ tools }) => tools.has(tool));
    expect(needing).not.toEqual([]);
    const text = textOf(flow).replace(`      - ${tool}\n`, "");
    const failed = failuresIn(await run(pathsOf(needing), new Map([[flow, text]])));
    expect(Object.keys(failed).toSorted()).toEqual(namesOf(needing));
  });
});

describe("mocks that do not answer what is asked fail the cases that ask", () => {
  test.each([
    ["an error", 'error: "GLQL error: timeout"'],
    ["nothing", "returns: { data: { count: 0, nodes: [] } }"],
  ])("%s", async (_, answer) => {
    const rule = `    - { args: { glql_yaml: { $regex: "type = " } }, ${answer} }\n`;
    const head = "  run_glql_query:\n";
    // To find nothing is what one of the cases is about.
    const asking = scripted.filter(
      ({ tools, suite }) => tools.has("run_glql_query") && suite !== "data-analyst-edge-cases",
    );
    const changed = new Map(
      pathsOf(asking).map((path) => [path, textOf(path).replace(head, `${head}${rule}`)]),
    );
    const failed = failuresIn(await run(pathsOf(asking), changed));
    expect(Object.keys(failed).toSorted()).toEqual(namesOf(asking));
  });
});
