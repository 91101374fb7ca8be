// The component is rendered by the rules of GitLab as far as they are known, and its script runs in a
// real shell with programs that only write down their arguments. A GitLab is not at hand.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  componentInputs,
  expandVariables,
  type Job,
  renderComponent,
} from "../../fixtures/gitlab/render-component.ts";

const component = readFileSync("templates/lint-flows.yml", "utf8");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

function jobWith(inputs: Parameters<typeof renderComponent>[1] = {}): Job {
  const [job, ...others] = Object.values(renderComponent(component, inputs));
  if (job === undefined || others.length > 0) throw new TypeError("the component is one job");
  return job;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-component-"));
  for (const name of ["npm", "npx"]) {
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s\\n' ${name} "$@" >>"$CALLS"\n`);
    chmodSync(join(folder, name), 0o755);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The calls of programs that the script of a job makes, argument by argument. */
function callsOf(job: Job, known?: Readonly<Record<string, string>>): readonly string[] {
  const calls = join(folder, "calls");
  const env = {
    PATH: [folder, process.env["PATH"] ?? ""].join(delimiter),
    CALLS: calls,
    ...(known === undefined ? job.variables : expandVariables(job.variables, known)),
  };
  const script = job.script.join("\n");
  execFileSync("sh", ["-e", "-c", script], { cwd: folder, env, stdio: "pipe" });
  return readFileSync(calls, "utf8").split("\n").slice(0, -1);
}

const installing = ["npm", "install", "--no-save", "--no-audit", "--no-fund", "--"];
const reports = "-o codequality=gl-code-quality-report.json -o lint-flows.xml -o lint-flows.md";
const linting = ["npx", "--no", "--", "lint-flows", ...reports.split(" ")];

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

  test("installs this version from a git tag", () => {
    expect(jobWith().variables["FLOWPROOF_PACKAGE"]).toMatch(/^git\+https:\/\/[^#]+#v[\d.]+$/);
    expect(jobWith().variables["FLOWPROOF_PACKAGE"]?.split("#v")[1]).toBe(version);
  });

  test("runs in merge requests that change a flow, and on the default branch", () => {
    expect(jobWith({ changes: ["a b/**/*"] }).rules).toEqual([
      { if: '$CI_PIPELINE_SOURCE == "merge_request_event"', changes: ["a b/**/*"] },
      { if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" },
    ]);
  });

  test("keeps reports of a job that failed, and names only files that the script writes", () => {
    const { artifacts } = jobWith();
    expect(artifacts.when).toBe("always");
    expect(artifacts.reports).toEqual({
      codequality: "gl-code-quality-report.json",
      junit: "lint-flows.xml",
    });
    const calls = callsOf(jobWith({ sarif: true }));
    const written = new Set(calls.map((each) => each.split("=").at(-1)));
    expect(artifacts.paths.filter((path) => !written.has(path))).toEqual([]);
  });

  test("variables are texts, and the history is fetched whole", () => {
    const { variables } = jobWith({ package: "", paths: "", base: "" });
    expect(Object.values(variables).filter((value) => typeof value !== "string")).toEqual([]);
    expect(variables["GIT_DEPTH"]).toBe("0");
    expect(jobWith({ allow_failure: true })).toMatchObject({ allow_failure: true });
  });
});

describe("its script", () => {
  test("installs and lints with nothing said", () => {
    const job = jobWith();
    const said = [...installing, job.variables["FLOWPROOF_PACKAGE"], ...linting, "--"];
    expect(callsOf(job, {})).toEqual(said);
  });

  test("says everything that it was told", () => {
    const job = jobWith({
      package: "",
      paths: "flows other/**/*.yml",
      max_warnings: "3",
      sarif: true,
      changed_only: true,
    });
    const more = "-o lint-flows.sarif --max-warnings 3 --changed-since=abc123";
    const said = ["npm", "ci", ...linting, ...more.split(" "), "--", "flows", "other/**/*.yml"];
    expect(callsOf(job, { CI_MERGE_REQUEST_DIFF_BASE_SHA: "abc123" })).toEqual(said);
  });

  test.each(["", "$CI_MERGE_REQUEST_DIFF_BASE_SHA"])(
    "compares with nothing where the base is %j",
    (base) => {
      const job = jobWith({ changed_only: true });
      const variables = { ...job.variables, LINT_FLOWS_BASE: base };
      expect(callsOf({ ...job, variables }).join(" ")).not.toMatch(/--base|--changed-since/);
    },
  );

  const evil = [
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned",
    "&& touch pwned",
    "| touch pwned",
    "> pwned",
    "*",
    "--prefix=/tmp",
    "-o pwned",
    "${HOME:-$(touch pwned)}",
    "a # b",
    "a: b",
    "x\ty",
    "!",
  ];

  test.each(evil)("runs nothing of %j", (text) => {
    const job = jobWith({ package: text, paths: text, base: text });
    const calls = callsOf(job);
    expect(existsSync(join(folder, "pwned"))).toBe(false);
    const base = text.startsWith("$") ? [] : [`--base=${text}`];
    const paths = text.split(/[ \t]+/);
    expect(calls).toEqual([...installing, text, ...linting, ...base, "--", ...paths]);
  });

  test.each(['"', "'", "\\", 'x"\n  script: [touch pwned]\n#', "a\nb", "a\r"])(
    "%j is no input",
    (text) => {
      for (const name of ["stage", "job_name", "image", "package", "paths", "base"]) {
        expect(() => jobWith({ [name]: text }), name).toThrow(/does not match/);
      }
      expect(() => jobWith({ max_warnings: text })).toThrow(/does not match/);
    },
  );
});

test("our own pipeline uses it as it is", () => {
  const pipeline = parse(readFileSync(".gitlab-ci.yml", "utf8"));
  const include = pipeline.include.find(({ local }: { local?: string }) => {
    return local === "/templates/lint-flows.yml";
  });
  const job = jobWith(include.inputs);
  expect(pipeline.stages).toContain(job.stage);
  // From the checkout.
  expect(callsOf(job).slice(0, 2)).toEqual(["npm", "ci"]);
  expect(Object.keys(pipeline)).not.toContain("lint-flows");
});
