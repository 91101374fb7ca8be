import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Files } from "../../../src/core/files.ts";
import { diskFiles } from "../../../src/platform/index.ts";
import { type ProgramRun, runWith } from "../../testing/run-in.ts";

const rest = `routers: [{ from: helper, to: end }]
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}" }
`;

function flowWith(tools: string): string {
  return `version: v1 # the first
environment: ambient
flow: { entry_point: helper }
components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [${tools}],
      inputs: ["context:goal"], max_cycles: 9 }
${rest}`;
}

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "flowproof-"));
  mkdirSync(join(cwd, "flows/a"), { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function put(path: string, text: string): string {
  const whole = join(cwd, path);
  writeFileSync(whole, text);
  return whole;
}

function lint(...args: readonly string[]): Promise<ProgramRun> {
  return runWith(["lint", ...args], { cwd });
}

const wrong = flowWith("blob_search, no_such_tool");
const right = flowWith("gitlab_blob_search, no_such_tool");

test("what is safe is repaired, the rest reported, and the exit code is that of the rest", async () => {
  const path = put("flows/a/1.0.0.yml", wrong);
  const clean = put("flows/a/1.1.0.yml", flowWith(""));
  const before = statSync(clean).mtimeMs;
  const { exit, stdout, stderr } = await lint("--fix", "--only", "style", "--format", "json");
  expect(readFileSync(path, "utf8")).toBe(right);
  expect(statSync(clean).mtimeMs).toBe(before);
  expect(stderr).toBe("fixed 1 of 2 findings in 1 file\nexit 1: errors were found\n");
  expect([exit, JSON.parse(stdout)]).toMatchObject([
    1,
    { files: [{ diagnostics: [{ rule: "unknown-tool" }] }, {}], counts: { error: 1, files: 2 } },
  ]);
  const again = await lint("--fix", "--only", "style");
  expect(again.stderr).toBe("fixed 0 of 1 finding\nexit 1: errors were found\n");
  expect(readFileSync(path, "utf8")).toBe(right);
});

test("when nothing is left, all is well", async () => {
  put("flows/a/1.0.0.yml", flowWith("blob_search"));
  const { exit, stdout, stderr } = await lint("--fix", "--only", "service,style");
  expect([exit, stdout]).toEqual([0, "nothing found in 1 file\n"]);
  expect(stderr).toBe("fixed 1 of 1 finding in 1 file\n");
});

test("a dry run prints what would change, and writes nothing", async () => {
  const path = put("flows/a/1.0.0.yml", wrong);
  const { exit, stdout, stderr } = await lint("--fix-dry-run", "--only", "style");
  expect(readFileSync(path, "utf8")).toBe(wrong);
  expect(stdout.split("\n").slice(0, 3)).toEqual([
    "--- a/flows/a/1.0.0.yml",
    "+++ b/flows/a/1.0.0.yml",
    "@@ -2,7 +2,7 @@",
  ]);
  expect(stdout).toContain(
    "\n+  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [gitlab_",
  );
  expect(stderr).toBe("would fix 1 of 2 findings in 1 file\nexit 1: errors were found\n");
  expect(exit).toBe(1);
});

test("a dry run as JSON is the report of what is there, repairs and all", async () => {
  put("flows/a/1.0.0.yml", `\uFEFF${wrong}`);
  const { stdout } = await lint("--fix-dry-run", "--only", "style", "--format", "json");
  const column = (wrong.split("\n")[4] ?? "").indexOf("blob_search") + 1;
  const place = { line: 5, column, endLine: 5, endColumn: column + "blob_search".length };
  expect(JSON.parse(stdout)).toMatchObject({
    files: [
      {
        diagnostics: [
          {
            rule: "unknown-tool",
            fix: {
              description: 'rename it to "gitlab_blob_search"',
              edits: [{ ...place, text: "gitlab_blob_search" }],
            },
          },
          { rule: "unknown-tool" },
        ],
      },
    ],
    counts: { error: 2 },
  });
});

test("standard input is only shown", async () => {
  const stdin = async () => Buffer.from(wrong);
  const shown = await runWith(["lint", "-", "--fix-dry-run"], { cwd, stdin });
  expect(shown.stdout).toMatch(/^--- a\/<stdin>\n/);
  const refused = await runWith(["lint", "-", "--fix"], { cwd, stdin });
  expect([refused.exit, refused.stdout]).toEqual([2, ""]);
  expect(refused.stderr).toContain("error[CLI_USAGE]: --fix cannot write to standard input");
  const both = await lint("--fix", "--fix-dry-run");
  expect(both.exit).toBe(2);
});

test("what is switched off or passed over is not repaired", async () => {
  const off = put("flows/a/1.0.0.yml", wrong);
  expect((await lint("--fix", "--rule", "unknown-tool=off", "--only", "style")).stderr).toBe(
    "fixed 0 of 0 findings\n",
  );
  expect(readFileSync(off, "utf8")).toBe(wrong);
  const comment = "  # flowproof-disable-next-line unknown-tool: it comes with the session\n";
  const passed = wrong.replace("components:\n", `components:\n${comment}`);
  put("flows/a/1.0.0.yml", passed);
  await lint("--fix", "--only", "style");
  expect(readFileSync(off, "utf8")).toBe(passed);
});

test("a file that changed in between is left alone", async () => {
  const path = put("flows/a/1.0.0.yml", wrong);
  const files: Files = {
    ...diskFiles,
    async read(name) {
      const text = await diskFiles.read(name);
      if (name === path) writeFileSync(path, `${wrong}# more\n`);
      return text;
    },
  };
  const { exit, stderr } = await runWith(["lint", "--fix", "--only", "style"], { cwd, files });
  expect(readFileSync(path, "utf8")).toBe(`${wrong}# more\n`);
  expect(stderr).toContain(
    "note: not fixed, because it was changed while it was linted: flows/a/1.0.0.yml\n",
  );
  expect(stderr).toContain("fixed 0 of 2 findings\n");
  expect(exit).toBe(1);
});

test("a file with two names is repaired once, and reported right under both", async () => {
  const path = put("flows/a/1.0.0.yml", flowWith("blob_search"));
  symlinkSync("1.0.0.yml", join(cwd, "flows/a/1.1.0.yml"));
  const { exit, stdout, stderr } = await lint("--fix", "--only", "style");
  expect([exit, stdout]).toEqual([0, "nothing found in 2 files\n"]);
  expect(stderr).toBe("fixed 2 of 2 findings in 2 files\n");
  expect(readFileSync(path, "utf8")).toBe(flowWith("gitlab_blob_search"));
});

test("what was repaired is said, also where the report cannot be written", async () => {
  put("flows/a/1.0.0.yml", wrong);
  mkdirSync(join(cwd, "report.json"));
  const { exit, stderr } = await lint("--fix", "--only", "style", "-o", "report.json");
  expect(exit).toBe(2);
  expect(stderr).toMatch(/^fixed 1 of 2 findings in 1 file\nerror\[FILE_UNWRITABLE\]/);
});

test("a link that leads out of the folder is not followed", async () => {
  const outside = mkdtempSync(join(tmpdir(), "flowproof-"));
  writeFileSync(join(outside, "1.0.0.yml"), wrong);
  symlinkSync(join(outside, "1.0.0.yml"), join(cwd, "flows/a/1.0.0.yml"));
  const { stderr } = await lint("--fix", "flows/a/1.0.0.yml", "--only", "style");
  expect(readFileSync(join(outside, "1.0.0.yml"), "utf8")).toBe(wrong);
  expect(stderr).toContain("note: not fixed, because a link leads out of the folder");
  rmSync(outside, { recursive: true });
});

test("the reason in flowproof.yml puts a flow out of scope", async () => {
  put("flows/a/1.0.0.yml", flowWith("edit_file"));
  const before = await lint("--only", "policy", "--format", "json");
  expect(JSON.parse(before.stdout)).toMatchObject({ counts: { warning: 1 } });
  put("flowproof.yml", "lint: { secret_safety: { out_of_scope: { a: it formats code } } }\n");
  const after = await lint("--only", "policy", "--format", "json");
  expect(JSON.parse(after.stdout)).toMatchObject({ counts: { warning: 0 } });
});
