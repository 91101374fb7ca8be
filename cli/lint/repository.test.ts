import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ProgramRun, runIn } from "../testing/run-in.ts";

/** Files by their paths; undefined for one that is deleted. */
type Files = Readonly<Record<string, string | undefined>>;

interface FlowParts {
  readonly tools?: string;
  readonly system?: string;
  readonly more?: string;
  readonly inputs?: string;
}

/** A flow of one agent, with its prompt. */
function flow({
  tools = "",
  system = "You help.",
  more = "",
  inputs = "",
}: FlowParts = {}): string {
  return `version: v1
environment: ambient
flow:
  entry_point: helper
${inputs}components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [${tools}]
    inputs: [{ from: "context:goal", as: goal }]
    ui_log_events: [on_agent_final_answer]
${more}routers: [{ from: helper, to: end }]
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: ${system}, user: "{{ goal }}" }
`;
}

/** A flow of one agent whose prompt is one of the registry. */
function prompted(prompt: string, version: string, more = ""): string {
  const [head = ""] = flow({ more }).split("prompts:");
  return head.replace("prompt_id: help", `prompt_id: ${prompt}\n    prompt_version: "${version}"`);
}

const prompt = (system: string): string => `name: p
unit_primitives: []
model: { params: { max_tokens: 1000 } }
prompt_template: { system: ${system}, user: "{{ goal }}" }
`;
const grade = (more = ""): string =>
  `{ "title": "grade", "type": "object", "properties": { "points": { "type": "integer" }${more} } }\n`;
const definition = (name: string, more = ""): string => `  - foundational_flow_reference: ${name}/v1
    display_name: Flow ${name}
    description: Does what ${name} does.
    feature_maturity: beta
    environment: ambient
${more}`;

const main: Files = {
  "flowproof.yml":
    "registries: { flows: [flows], prompts: prompts, response_schemas: schemas }\nlint: { rules: { experimental-dry-run: off } }\n",
  "flows/planner/1.0.0.yml": flow(),
  "flows/reviewer/1.0.0.yml": prompted("review", "^1.0.0"),
  "flows/triager/1.0.0.yml": prompted("triage", "1.0.0"),
  "flows/writer/1.0.0.yml": flow({ system: `"{% include 'tone.jinja' %}"` }),
  "flows/grader/1.0.0.yml": flow({
    more: "    response_schema_id: grade\n    response_schema_version: ^1.0.0\n",
  }),
  "flows/asker/1.0.0.yml": flow({ tools: "read_file" }),
  // Wrong for long, and nobody's concern on another branch.
  "flows/searcher/1.0.0.yml": flow({ tools: "serch_things" }),
  "flows/mover/2.0.0-dev.yml": flow(),
  "flows/tester/1.0.0.yml": flow({ system: "You test." }),
  "flows/experimental/lab/1.0.0.yml": flow().replace("version: v1", "version: experimental"),
  "flows/definitions.yml": `flows:\n${definition("asker")}${definition("tester")}`,
  "prompts/review/base/1.0.0.yml": prompt(`"{% include 'shared/frame.jinja' %}"`),
  "prompts/triage/base/1.0.0.yml": prompt("You sort."),
  "prompts/shared/frame.jinja": "{% include 'tone.jinja' %} You review.\n",
  "prompts/tone.jinja": "Be kind.\n",
  "schemas/grade/base/1.0.0.json": grade(),
};
const flowPaths = Object.keys(main).filter(
  (path) => /\/\d[^/]*\.yml$/.test(path) && path.startsWith("flows/"),
);

let folder: string;

function git(...args: readonly string[]): void {
  const identity = {
    GIT_AUTHOR_NAME: "a",
    GIT_AUTHOR_EMAIL: "a@example.com",
    GIT_COMMITTER_NAME: "a",
  };
  const env = {
    ...identity,
    PATH: process.env["PATH"],
    GIT_COMMITTER_EMAIL: "a@example.com",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
  };
  execFileSync("git", args, { cwd: folder, env, stdio: "pipe" });
}

function write(files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, path);
    if (text === undefined) rmSync(target);
    else {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }
}

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "flowproof-repository-")));
  git("init", "-q", "-b", "main");
  write(main);
  git("add", "-A");
  git("commit", "-q", "-m", "first");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How far work has come; none of it may make a difference. */
const stages = ["committed", "staged", "left"] as const;

/** A branch of `main` with some changes. */
function branch(changes: Files, stage: (typeof stages)[number]): void {
  git("checkout", "-q", "-f", "-B", "work", "main");
  git("clean", "-fdq");
  write(changes);
  if (stage !== "left") git("add", "-A");
  if (stage === "committed") git("commit", "-q", "--allow-empty", "-m", "work");
}

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly line: number;
      readonly message: string;
    }[];
  }[];
  readonly counts: Readonly<Record<string, number>>;
}

interface Linted {
  readonly exit: number;
  readonly stderr: string;
  readonly files: readonly string[];
  readonly findings: readonly string[];
  readonly counts: Report["counts"];
}

async function lint(...args: readonly string[]): Promise<Linted> {
  const run: ProgramRun = await runIn(folder, ["lint", "--format", "json", ...args]);
  if (run.stdout === "") throw new TypeError(run.stderr);
  const { files, counts }: Report = JSON.parse(run.stdout);
  return {
    exit: run.exit,
    stderr: run.stderr,
    files: files.map(({ path }) => path),
    findings: files.flatMap(({ path, diagnostics }) =>
      diagnostics.map(({ rule, line, message }) => `${path}:${line} ${rule} ${message}`),
    ),
    counts,
  };
}

const searcher = "flows/searcher/1.0.0.yml:9 unknown-tool";

test("on main, only what is wrong there is reported", async () => {
  branch({}, "committed");
  const { exit, files, findings } = await lint();
  expect(flowPaths).toHaveLength(10);
  expect(files).toEqual([...flowPaths, "flows/definitions.yml"].toSorted());
  expect(findings.filter((each) => !each.startsWith(searcher))).toEqual([]);
  expect(findings).toHaveLength(1);
  expect(exit).toBe(1);
});

describe("what is linted of ten flows", () => {
  const asker = "flows/asker/1.0.0.yml";
  const definitions = "flows/definitions.yml";
  const all = [...flowPaths, definitions];
  test.each<[about: string, changes: Files, note: string, files: readonly string[]]>([
    ["nothing", {}, "no flow changed since main, nor anything that flows use: 0 of 10 flows", []],
    [
      "a document",
      { "README.md": "# Flows\n" },
      "no flow changed since main, nor anything that flows use: 0 of 10 flows",
      [],
    ],
    [
      "a flow",
      { "flows/planner/1.0.0.yml": `# new\n${flow()}` },
      "1 of 10 flows: 1 changed",
      ["flows/planner/1.0.0.yml"],
    ],
    [
      "a new flow",
      { "flows/helper/1.0.0.yml": flow() },
      "1 of 11 flows: 1 changed",
      ["flows/helper/1.0.0.yml"],
    ],
    [
      "a flow and a prompt",
      {
        "flows/planner/1.0.0.yml": `# new\n${flow()}`,
        "prompts/triage/base/1.0.0.yml": prompt("You order."),
      },
      "2 of 10 flows: 1 changed, 1 uses a changed prompt",
      ["flows/planner/1.0.0.yml", "flows/triager/1.0.0.yml"],
    ],
    [
      "a file that prompts include",
      { "prompts/tone.jinja": "Be brief.\n" },
      "2 of 10 flows: 2 use a changed prompt",
      ["flows/reviewer/1.0.0.yml", "flows/writer/1.0.0.yml"],
    ],
    [
      "a file in between",
      { "prompts/shared/frame.jinja": "You review.\n" },
      "1 of 10 flows: 1 uses a changed prompt",
      ["flows/reviewer/1.0.0.yml"],
    ],
    [
      "a new version of a prompt",
      {
        "prompts/review/base/1.1.0.yml": prompt("You read."),
        "prompts/triage/base/1.1.0.yml": prompt("You read."),
      },
      "1 of 10 flows: 1 uses a changed prompt",
      ["flows/reviewer/1.0.0.yml"],
    ],
    [
      "a prompt that is gone",
      { "prompts/triage/base/1.0.0.yml": undefined },
      "1 of 10 flows: 1 uses a changed prompt",
      ["flows/triager/1.0.0.yml"],
    ],
    [
      "a prompt that nobody uses",
      { "prompts/other/base/1.0.0.yml": prompt("You wait.") },
      "no flow changed since main, nor anything that flows use: 0 of 10 flows",
      [],
    ],
    [
      "a response schema",
      { "schemas/grade/base/1.0.0.json": grade(', "why": { "type": "string" }') },
      "1 of 10 flows: 1 uses a changed response schema",
      ["flows/grader/1.0.0.yml"],
    ],
    [
      "a definition",
      {
        [definitions]: `flows:\n${definition("asker", "    icon: tanuki\n")}${definition("tester")}`,
      },
      "1 of 10 flows: 1 is named by a changed definition",
      [asker, definitions],
    ],
    [
      "the order of definitions",
      { [definitions]: `# sorted\nflows:\n${definition("tester")}${definition("asker")}` },
      "no flow changed since main, nor anything that flows use: 0 of 10 flows",
      [definitions],
    ],
    [
      "a flow that a definition names",
      { [asker]: `# new\n${flow({ tools: "read_file" })}` },
      "1 of 10 flows: 1 changed",
      [asker, definitions],
    ],
    [
      "the configuration",
      { "flowproof.yml": `${main["flowproof.yml"]}# new\n` },
      "10 of 10 flows: flowproof.yml changed",
      all,
    ],
  ])("%s", async (about, changes, note, files) => {
    branch(changes, stages[about.length % stages.length] ?? "left");
    const linted = await lint("--changed-since", "main", "--rule", "unknown-tool=off");
    const [first] = linted.stderr.split("\n");
    expect(first).toBe(`note: ${note}`);
    expect(linted.files).toEqual(files.toSorted());
    expect(linted.counts["files"]).toBe(files.length);
  });

  test("nothing changed is success, and a whole report", async () => {
    branch({}, "committed");
    expect(await lint("--changed-since", "main")).toEqual({
      exit: 0,
      stderr: "note: no flow changed since main, nor anything that flows use: 0 of 10 flows\n",
      files: [],
      findings: [],
      counts: { files: 0, error: 0, warning: 0, info: 0, suppressed: 0 },
    });
  });

  test("what others did meanwhile is not ours", async () => {
    branch({ "flows/planner/1.0.0.yml": `# new\n${flow()}` }, "committed");
    git("checkout", "-q", "-b", "other", "main");
    write({ "flows/tester/1.0.0.yml": "version: v2\n" });
    git("commit", "-q", "-a", "-m", "theirs");
    git("checkout", "-q", "work");
    const { files } = await lint("--changed-since", "other");
    expect(files).toEqual(["flows/planner/1.0.0.yml"]);
  });

  test("paths choose among what changed", async () => {
    branch(
      {
        "flows/planner/1.0.0.yml": `# new\n${flow()}`,
        "flows/mover/2.0.0-dev.yml": `# new\n${flow()}`,
      },
      "left",
    );
    const { files, stderr } = await lint("flows/mover", "flows/tester", "--changed-since", "main");
    expect(files).toEqual(["flows/mover/2.0.0-dev.yml"]);
    expect(stderr).toBe("note: 1 of 2 flows: 1 changed\n");
  });
});

describe("versions against the base", () => {
  const required = `  inputs:
    - { category: merge_request, version_constraint: ^1.0.0, input_schema: { url: { type: string } } }
`;
  const changed = flow({ system: "You plan." });
  test.each<[about: string, changes: Files, findings: readonly string[]]>([
    ["nothing", {}, []],
    [
      "a released flow",
      { "flows/planner/1.0.0.yml": changed },
      [
        "flows/planner/1.0.0.yml:17 released-config planner 1.0.0 is released, as main has it, and reads differently here",
      ],
    ],
    ["a comment in it", { "flows/planner/1.0.0.yml": `# why\n${flow()}` }, []],
    ["a pre-release", { "flows/mover/2.0.0-dev.yml": changed }, []],
    [
      "an experimental flow",
      {
        "flows/experimental/lab/1.0.0.yml": changed.replace("version: v1", "version: experimental"),
      },
      [],
    ],
    [
      "a released flow that is gone",
      { "flows/planner/1.0.0.yml": undefined },
      [
        "flows/planner/1.0.0.yml:1 released-config planner 1.0.0 is released, as main has it, and its file is gone",
      ],
    ],
    [
      "a released flow under another name",
      { "flows/planner/1.0.0.yml": undefined, "flows/planner/1.0.1.yml": flow() },
      [
        "flows/planner/1.0.0.yml:1 released-config planner 1.0.0 is released, as main has it, and its file is gone",
      ],
    ],
    ["a patch of a prompt", { "flows/planner/1.0.1.yml": changed }, []],
    [
      "a required input in a minor version",
      { "flows/planner/1.1.0.yml": flow({ inputs: required }) },
      [
        'flows/planner/1.1.0.yml:6 version-step after 1.0.0 this needs 2.0.0, not 1.1.0: input "url" of merge_request is new and required',
      ],
    ],
    [
      "a required input in a major version",
      { "flows/planner/2.0.0.yml": flow({ inputs: required }) },
      [],
    ],
    [
      "two versions, each against the one below",
      {
        "flows/planner/1.1.0.yml": flow({ tools: "read_file" }),
        "flows/planner/1.1.1.yml": flow({ tools: "read_file, find_files" }),
      },
      [
        'flows/planner/1.1.1.yml:9 version-step after 1.1.0 this needs 1.2.0, not 1.1.1: tool find_files of component "helper" is new',
      ],
    ],
    ["the first version of a flow", { "flows/helper/1.0.0.yml": flow({ tools: "read_file" }) }, []],
  ])("%s", async (about, changes, findings) => {
    branch(changes, stages[about.length % stages.length] ?? "left");
    const { exit, ...linted } = await lint("--base", "main", "--rule", "unknown-tool=off");
    expect(linted.findings).toEqual(findings);
    expect(exit).toBe(findings.length === 0 ? 0 : 1);
  });

  test("what was changed since is the base, if no other is named", async () => {
    branch({ "flows/planner/1.0.0.yml": changed, "flows/tester/1.0.0.yml": undefined }, "left");
    const { findings, stderr } = await lint("--changed-since", "main");
    expect(findings.map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual([
      "flows/definitions.yml:7 definition-reference",
      "flows/planner/1.0.0.yml:17 released-config",
      "flows/tester/1.0.0.yml:1 released-config",
    ]);
    expect(stderr).toBe("note: 1 of 9 flows: 1 changed\nexit 1: errors were found\n");
  });

  test("another base than what was changed since", async () => {
    branch({ "flows/planner/1.0.0.yml": changed }, "committed");
    const { findings } = await lint("--changed-since", "main", "--base", "HEAD");
    expect(findings).toEqual([]);
  });

  test("without a base nothing is said about versions", async () => {
    branch({ "flows/planner/1.0.0.yml": changed }, "left");
    const { findings } = await lint("flows/planner");
    expect(findings).toEqual([]);
  });

  test("in the folder of the flow itself", async () => {
    branch({ "flows/planner/1.0.0.yml": changed }, "left");
    const run = await runIn(join(folder, "flows/planner"), ["lint", "1.0.0.yml", "--base", "main"]);
    expect(run.stdout).toContain("planner 1.0.0 is released");
  });

  test.each([
    ["nowhere", /^error\[GIT_REF_UNKNOWN\]: there is no commit "nowhere"/],
    ["--output=x", /^error\[GIT_REF_INVALID\]/],
    ["", /^error\[GIT_REF_INVALID\]/],
  ])("the base %j is used wrongly", async (ref, said) => {
    const { exit, stdout, stderr } = await runIn(folder, ["lint", `--base=${ref}`]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toMatch(said);
  });
});

describe("comments and severities", () => {
  const wrong = flow({ tools: "serch_things" });
  const reasoned = wrong.replace(
    "    toolset:",
    "    # flowproof-disable-next-line unknown-tool: a server of ours has it\n    toolset:",
  );

  test("a comment with a reason passes over, and nothing else", async () => {
    branch({ "flows/planner/2.0.0.yml": reasoned }, "committed");
    const { exit, findings, counts } = await lint("--changed-since", "main");
    expect({ exit, findings }).toEqual({ exit: 0, findings: [] });
    expect(counts["suppressed"]).toBe(1);
  });

  test("without a reason both are reported", async () => {
    branch(
      { "flows/planner/2.0.0.yml": reasoned.replace(": a server of ours has it", "") },
      "left",
    );
    const { findings } = await lint("--changed-since", "main");
    expect(findings.map((each) => each.split(" ").slice(0, 2).join(" "))).toEqual([
      "flows/planner/2.0.0.yml:9 disable-comments",
      "flows/planner/2.0.0.yml:10 unknown-tool",
    ]);
  });

  test.each<[args: readonly string[], exit: number, reason: string]>([
    [[], 1, "exit 1: errors were found\n"],
    [["--rule", "unknown-tool=warning"], 0, ""],
    [["--rule", "unknown-tool=off", "--max-warnings", "0"], 0, ""],
    [["--rule", "unknown-tool=warning", "--max-warnings", "1"], 0, ""],
    [
      ["--rule", "unknown-tool=warning", "--max-warnings", "0"],
      1,
      "exit 1: 1 warning, 0 allowed\n",
    ],
    [["--rule", "L01=info", "--max-warnings", "0"], 0, ""],
    [["--only", "service"], 0, ""],
  ])("main with %j", async (args, exit, stderr) => {
    branch({}, "committed");
    expect(await lint(...args)).toMatchObject({ exit, stderr });
  });

  test("flowproof.yml sets what flags do not", async () => {
    const config = `${main["flowproof.yml"]}`.replace(
      "rules: {",
      "max_warnings: 0, rules: { unknown-tool: warning,",
    );
    branch({ "flowproof.yml": config }, "left");
    expect(await lint()).toMatchObject({ exit: 1, stderr: "exit 1: 1 warning, 0 allowed\n" });
    expect(await lint("--max-warnings", "3")).toMatchObject({ exit: 0, stderr: "" });
    expect(await lint("--rule", "unknown-tool=off")).toMatchObject({ exit: 0, stderr: "" });
  });
});

test("a released version is not repaired, and a new one is", async () => {
  const typo = flow({ tools: "get_isue" });
  branch({ "flows/planner/1.0.0.yml": typo }, "committed");
  write({ "flows/planner/1.1.0.yml": typo });
  const { stderr } = await lint("--fix", "--base", "HEAD", "flows/planner");
  expect(stderr).toContain(
    "note: not fixed, because it is a released version: flows/planner/1.0.0.yml\nfixed 1 of 2 findings in 1 file\n",
  );
  expect(readFileSync(join(folder, "flows/planner/1.0.0.yml"), "utf8")).toBe(typo);
  expect(readFileSync(join(folder, "flows/planner/1.1.0.yml"), "utf8")).toContain("[get_issue]");
});

describe("where all flows of a path are gone", () => {
  const gone = "flows/planner/1.0.0.yml";
  const deleted = { "flows/planner/1.0.0.yml": undefined };

  test.each([["flows/planner"], ["flows/planner/1.0.0.yml"], ["flows/pl*/*.yml"]])(
    "%s: they are reported",
    async (path) => {
      branch(deleted, "committed");
      for (const flag of ["--base", "--changed-since"]) {
        const { exit, findings } = await lint(flag, "main", path);
        expect({ exit, findings }).toEqual({
          exit: 1,
          findings: [
            `${gone}:1 released-config planner 1.0.0 is released, as main has it, and its file is gone`,
          ],
        });
      }
    },
  );

  test.each([
    ["without a base", ["flows/planner"]],
    ["beside a path that is misspelled", ["--base", "main", "flows/planner", "flows/plannr"]],
    ["where there never was a flow", ["--base", "main", "flows/plannr"]],
  ])("%s: it is an error", async (_, args) => {
    branch(deleted, "committed");
    const { exit, stdout, stderr } = await runIn(folder, ["lint", ...args]);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error\[(?:FILE_NOT_FOUND|LINT_NOTHING_FOUND)\]/);
  });
});
