import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runIn } from "../testing/run-in.ts";

let folder = "";

const flow = `version: v1
environment: ambient
flow: { entry_point: a }
components:
  - { name: a, type: AgentComponent, prompt_id: help, prompt_version: ^1.0.0, toolset: [] }
routers: [{ from: a, to: end }]
`;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "flowproof-")));
  mkdirSync(join(folder, "project/prompts/help/base"), { recursive: true });
  writeFileSync(join(folder, "project/f.yml"), flow);
  writeFileSync(join(folder, "project/flowproof.yml"), "registries: { prompts: prompts }\n");
  writeFileSync(
    join(folder, "project/prompts/help/base/1.0.0.yml"),
    `name: help\nunit_primitive: duo_chat\nprompt_template: { system: "{% include 'note.jinja' %}", user: hi }\n`,
  );
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("a prompt may include a link that stays in its registry", async () => {
  const project = join(folder, "project");
  writeFileSync(join(project, "prompts/real.jinja"), "Be kind.");
  symlinkSync("real.jinja", join(project, "prompts/note.jinja"));
  const { stdout, exit } = await runIn(project, ["flow", "render", "f.yml"]);
  expect(exit).toBe(0);
  expect(stdout).toContain("Be kind.");
});

test("but none that leads out of it", async () => {
  const project = join(folder, "project");
  writeFileSync(join(folder, "secret.txt"), "nobody may see this");
  symlinkSync("../../secret.txt", join(project, "prompts/note.jinja"));
  const { stdout, stderr, exit } = await runIn(project, ["flow", "render", "f.yml"]);
  expect(exit).toBe(2);
  expect(stderr).toContain("FLOW_PATH_OUTSIDE");
  expect(stdout + stderr).not.toContain("nobody may see this");
});
