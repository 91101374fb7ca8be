import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runWith } from "../../testing/run-in.ts";

let cwd: string;

beforeAll(async () => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), "flowproof-")));
  await mkdir(join(cwd, "flows"));
  writeFileSync(join(cwd, "a.rb"), "X = { foundational_flow_reference: 'x' }\n");
  writeFileSync(join(cwd, "flows/flowproof.lock.json"), "{}\n");
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test("an interruption while Ruby is read ends the command as one", async () => {
  const interruption = new AbortController();
  setTimeout(() => interruption.abort(), 30);
  const other = realpathSync(mkdtempSync(join(tmpdir(), "flowproof-")));
  writeFileSync(join(other, "a.rb"), "X = { foundational_flow_reference: 'x' }\n");
  const world = { cwd: other, signal: interruption.signal };
  const { exit, stdout } = await runWith(["lint", "a.rb"], world);
  rmSync(other, { recursive: true, force: true });
  expect({ exit, stdout }).toEqual({ exit: 130, stdout: "" });
});

test("a lock that cannot be read is an error, unless no policy is asked", async () => {
  const policy = await runWith(["lint", "a.rb", "--only", "policy"], { cwd });
  expect(policy.exit).toBe(2);
  expect(policy.stderr).toContain("LOCK_INVALID");
  writeFileSync(join(cwd, "flow.yml"), "version: v1\n");
  const service = await runWith(["lint", "flow.yml", "--only", "service"], { cwd });
  expect(service.stderr).not.toContain("LOCK_INVALID");
});
