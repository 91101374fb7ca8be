import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runIn } from "../testing/run-in.ts";

const reports = mkdtempSync(join(tmpdir(), "flowproof-"));

beforeAll(async () => {
  const args = ["eval", "run", "suites/smoke/issue-triage.suite.yml", "--reports", reports, "-q"];
  const { exit, stderr } = await runIn(process.cwd(), args);
  if (exit !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(reports, { recursive: true, force: true }));

async function draw(...flags: readonly string[]): Promise<string> {
  const args = ["flow", "graph", "issue_triage", "--reports", reports, "-q", ...flags];
  const { exit, stdout, stderr } = await runIn(process.cwd(), args);
  expect(exit, stderr).toBe(0);
  return stdout;
}

async function runId(): Promise<string> {
  const names = await readdir(reports);
  return names.find((name) => name !== "latest") ?? "";
}

describe("a record of eval run marks the drawing", () => {
  test("all cases, named by latest, by id and by folder", async () => {
    const latest = await draw("--record", "latest");
    expect(latest).toContain('n1[["fetch_issue<br/>step: get_issue<br/>3 visits"]]');
    expect(latest).toContain("linkStyle 0,");
    const id = await runId();
    expect(await draw("--record", id)).toBe(latest);
    expect(await draw("--record", join(reports, id))).toBe(latest);
  });

  test("where there are no links, latest is a file with the id", async () => {
    const latest = await draw("--record", "latest");
    const id = await runId();
    await rm(join(reports, "latest"));
    writeFileSync(join(reports, "latest"), `${id}\n`);
    expect(await draw("--record", "latest")).toBe(latest);
  });

  test("a flow named by its path is the same flow", async () => {
    const args = ["flow", "graph", "flows/issue_triage/1.0.0.yml", "--reports", reports];
    const { stdout } = await runIn(process.cwd(), [...args, "--record", "latest"]);
    expect(stdout).toBe(await draw("--record", "latest"));
  });
});
