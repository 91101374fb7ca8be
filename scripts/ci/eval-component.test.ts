// As for the component that lints: rendered by GitLab's rules as far as they are known, run in a real shell.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  componentInputs,
  expandVariables,
  type Job,
  renderComponent,
} from "../../fixtures/gitlab/render-component.ts";

const component = readFileSync("templates/eval.yml", "utf8");

function jobWith(inputs: Parameters<typeof renderComponent>[1] = {}): Job {
  const [job, ...others] = Object.values(renderComponent(component, inputs));
  if (job === undefined || others.length > 0) throw new TypeError("the component is one job");
  return job;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-component-"));
  for (const name of ["npm", "npx"]) {
    const exits =
      'case " $* " in *" eval "*) exit "$EVAL" ;; *" compare "*) exit "$COMPARE" ;; esac';
    writeFileSync(
      join(folder, name),
      `#!/bin/sh\nprintf '%s\\n' ${name} "$@" >>"$CALLS"\n${exits}\n`,
    );
    chmodSync(join(folder, name), 0o755);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Setting {
  /** What GitLab knows besides the variables of the job. */
  readonly known?: Readonly<Record<string, string>>;
  /** The variables of the rule that holds. */
  readonly more?: Readonly<Record<string, string>>;
  /** How the two commands exit. */
  readonly exits?: { readonly eval?: number; readonly compare?: number };
  /** Whether a run has left its folder. */
  readonly ran?: boolean;
}

/** The arguments of the programs that the script of a job calls, and its exit code. */
function run(
  job: Job,
  { known = {}, more = {}, exits = {}, ran = true }: Setting = {},
): { calls: readonly string[]; exit: number } {
  const calls = join(folder, "calls");
  if (ran) mkdirSync(join(folder, "reports/latest"), { recursive: true });
  const env = {
    PATH: [folder, process.env["PATH"] ?? ""].join(delimiter),
    CALLS: calls,
    EVAL: String(exits.eval ?? 0),
    COMPARE: String(exits.compare ?? 0),
    ...expandVariables({ ...job.variables, ...more }, known),
  };
  let exit = 0;
  try {
    execFileSync("sh", ["-e", "-c", job.script.join("\n")], { cwd: folder, env, stdio: "pipe" });
  } catch (error) {
    exit = error instanceof Error && "status" in error ? Number(error.status) : -1;
  }
  return { calls: readFileSync(calls, "utf8").split("\n").slice(0, -1), exit };
}

const reports = "-o eval.xml -o eval.html -o eval.md -o openmetrics=eval-metrics.txt".split(" ");
const evaluating = ["npx", "--no", "--", "flowproof", "eval", "run", ...reports];
const comparing = "npx --no -- flowproof compare -o compare.html -o compare.md".split(" ");
const base = { CI_MERGE_REQUEST_DIFF_BASE_SHA: "abc123" };

describe("the component", () => {
  test("describes every input, and asks for none", () => {
    for (const [name, spec] of Object.entries(componentInputs(component))) {
      expect(spec.description, name).toMatch(/^[A-Z].*\.$/s);
      expect(spec.default, name).toBeDefined();
      const type = Array.isArray(spec.default) ? "array" : typeof spec.default;
      expect(spec.type ?? "string", name).toBe(type);
      if (type === "string") expect(spec.regex, name).toBeDefined();
    }
  });

  test("never runs for a fork, by itself for what was changed, else by hand", () => {
    const merging = '$CI_PIPELINE_SOURCE == "merge_request_event"';
    const changes = ["flows/**/*"];
    expect(jobWith({ changes }).rules).toEqual([
      {
        if: `${merging} && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID != $CI_MERGE_REQUEST_PROJECT_ID`,
        when: "never",
      },
      { if: merging, changes, variables: { EVAL_SCOPE: "changed" } },
      { if: merging, when: "manual", allow_failure: true },
      { if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH", changes },
    ]);
    expect(jobWith().environment).toEqual({ name: "flowproof", action: "access" });
  });

  test("keeps what the script writes of a job that failed", () => {
    const { artifacts } = jobWith();
    expect(artifacts.when).toBe("always");
    expect(artifacts.reports).toEqual({ junit: "eval.xml", metrics: "eval-metrics.txt" });
    const { calls } = run(jobWith({ baseline: "b.json" }));
    const written = new Set(calls.map((each) => each.split("=").at(-1)));
    const paths = artifacts.paths.filter((path) => path !== "reports/");
    expect(paths.filter((path) => !written.has(path))).toEqual([]);
  });
});

describe("its script", () => {
  test("installs and evaluates with nothing said", () => {
    const job = jobWith();
    const installing = ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--"];
    const said = [...installing, job.variables["FLOWPROOF_PACKAGE"], ...evaluating, "--"];
    expect(run(job, { known: base })).toEqual({ calls: said, exit: 0 });
  });

  test("says everything that it was told", () => {
    const job = jobWith({
      package: "",
      paths: "suites/a other",
      model: "anthropic/claude-sonnet-4-6",
      judge_model: "openai/judge",
      max_cost: "2.50",
      baseline: "suites/a.baseline.json",
      strict: true,
    });
    const more =
      "--model=anthropic/claude-sonnet-4-6 --judge-model=openai/judge --max-cost=2.50 --strict --changed-since=abc123 -- suites/a other";
    const { calls } = run(job, { known: base, more: { EVAL_SCOPE: "changed" } });
    const compared = [...comparing, "--strict", "--", "suites/a.baseline.json", "latest"];
    expect(calls).toEqual(["npm", "ci", ...evaluating, ...more.split(" "), ...compared]);
  });

  test.each([
    ["all", "abc123"],
    ["changed", ""],
    ["changed", "$CI_MERGE_REQUEST_DIFF_BASE_SHA"],
  ])("runs everything in scope %s with base %j", (scope, EVAL_BASE) => {
    const job = jobWith();
    const variables = { ...job.variables, EVAL_SCOPE: scope };
    const known = { CI_MERGE_REQUEST_DIFF_BASE_SHA: EVAL_BASE };
    expect(run({ ...job, variables }, { known }).calls.join(" ")).not.toContain("--changed-since");
  });

  test("compares nothing where nothing was run", () => {
    const job = jobWith({ baseline: "b.json" });
    expect(run(job, { ran: false }).calls).not.toContain("compare");
    expect(run(job).calls).toContain("compare");
  });

  test.each([
    [{ eval: 1, compare: 0 }, 1],
    [{ eval: 0, compare: 1 }, 1],
    [{ eval: 4, compare: 1 }, 4],
    [{ eval: 0, compare: 0 }, 0],
  ])("of %j it makes exit %i, and compares all the same", (exits, exit) => {
    const ran = run(jobWith({ baseline: "b.json" }), { exits });
    expect(ran.exit).toBe(exit);
    expect(ran.calls).toContain("compare");
  });

  test.each([
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned",
    "> pwned",
    "*",
    "-o pwned",
    "a # b",
  ])("runs nothing of %j", (text) => {
    const job = jobWith({ package: text, paths: text, baseline: text, environment: text });
    const { calls } = run({ ...job, variables: { ...job.variables, EVAL_BASE: text } });
    expect(existsSync(join(folder, "pwned"))).toBe(false);
    expect(calls.slice(calls.indexOf("run") + 1 + reports.length)).toEqual([
      "--",
      ...text.split(" "),
      ...comparing,
      "--",
      text,
      "latest",
    ]);
  });

  test.each(['"', "'", "\\", 'x"\n  script: [touch pwned]\n#', "a\nb"])(
    "%j is no input",
    (text) => {
      const names = ["stage", "job_name", "image", "package", "paths", "base", "model", "baseline"];
      for (const name of [...names, "judge_model", "environment", "max_cost"]) {
        expect(() => jobWith({ [name]: text }), name).toThrow(/does not match/);
      }
    },
  );
});
