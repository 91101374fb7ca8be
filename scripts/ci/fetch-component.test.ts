// As for the component that lints: rendered by GitLab's rules as far as they are known, run in a real shell.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  componentInputs,
  type Job,
  renderComponent,
} from "../../fixtures/gitlab/render-component.ts";

const component = readFileSync("templates/fetch-flows.yml", "utf8");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-component-"));
  for (const name of ["npm", "npx"]) {
    const fails = 'for each in "$@"; do [ "$each" != "$FAILS" ] || exit 1; done';
    writeFileSync(
      join(folder, name),
      `#!/bin/sh\nprintf '%s\\n' "${name} $*" >>"$CALLS"\n${fails}\n`,
    );
    chmodSync(join(folder, name), 0o755);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function jobWith(inputs: Parameters<typeof renderComponent>[1] = {}): Job {
  const [job, ...others] = Object.values(renderComponent(component, inputs));
  if (job === undefined || others.length > 0) throw new TypeError("the component is one job");
  return job;
}

/** The programs that a job calls, and its exit code. */
function run({ script, variables }: Job, fails = "nothing"): { calls: string[]; exit: number } {
  const calls = join(folder, "calls");
  const PATH = [folder, process.env["PATH"] ?? ""].join(delimiter);
  let exit = 0;
  try {
    execFileSync("sh", ["-e", "-c", script.join("\n")], {
      cwd: folder,
      env: { PATH, CALLS: calls, FAILS: fails, ...variables },
      stdio: "pipe",
    });
  } catch (error) {
    exit = error instanceof Error && "status" in error ? Number(error.status) : -1;
  }
  return { calls: readFileSync(calls, "utf8").split("\n").slice(1, -1), exit };
}

const fetch = "npx --no -- flowproof fetch";

test("describes every input, and asks for none", () => {
  for (const [name, spec] of Object.entries(componentInputs(component))) {
    expect(spec.description, name).toMatch(/^\S.*\.$/s);
    expect(spec.default, name).toBeDefined();
  }
});

test.each<[inputs: Parameters<typeof renderComponent>[1], calls: string[]]>([
  [
    {},
    [
      `${fetch} agents - - --flow-registry-version v1 --frozen`,
      `${fetch} flows - - --flow-registry-version v1 --frozen`,
    ],
  ],
  [{ what: "agents" }, [`${fetch} agents - - --flow-registry-version v1 --frozen`]],
  [
    { agents: "a:1,b:2", mode: "check", url: "https://gitlab.example.com", output_path: "out dir" },
    [
      `${fetch} agents https://gitlab.example.com - a:1,b:2 --flow-registry-version v1 --output-path out dir --check`,
    ],
  ],
  [
    { flows: "c:3", mode: "update", flow_registry_version: "experimental" },
    [`${fetch} flows - - c:3 --flow-registry-version experimental`],
  ],
])("%j", (inputs, calls) => {
  expect(run(jobWith(inputs))).toEqual({ calls, exit: 0 });
});

test.each(["check", "update"])("mode %s is not green where nothing is named", (mode) => {
  expect(run(jobWith({ mode }))).toEqual({ calls: [], exit: 2 });
});

test("fetches the flows although an agent failed, and fails", () => {
  const { calls, exit } = run(jobWith(), "agents");
  expect(calls).toHaveLength(2);
  expect(exit).toBe(1);
});

test.each(["$(touch pwned)", "`touch pwned`", "; touch pwned", "> pwned"])(
  "runs nothing of %j",
  (text) => {
    run(jobWith({ package: text, output_path: text }));
    expect(existsSync(join(folder, "pwned"))).toBe(false);
  },
);
