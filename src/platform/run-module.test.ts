import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { runModule } from "./run-module.ts";

const folder = mkdtempSync(join(tmpdir(), "flowproof-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;

/** A module whose `answer` has the body that is given. */
function moduleOf(body: string): URL {
  count += 1;
  const path = join(folder, `${count}.mjs`);
  writeFileSync(path, `export async function answer(input) {\n${body}\n}\n`);
  return pathToFileURL(path);
}

const limits = { timeoutMs: 30_000, maxBytes: 1_000_000 };

test("hands over the text and gives back the answer, whatever characters it has", async () => {
  const input = `é🌊\n${"x".repeat(300_000)}`;
  expect(await runModule(moduleOf("return input;"), input, limits)).toBe(input);
});

test("the process has neither our variables nor our flags", async () => {
  process.env["FLOWPROOF_TEST_TOKEN"] = "s3cret";
  process.env["NODE_OPTIONS"] = "--disallow-code-generation-from-strings";
  try {
    const body = "return JSON.stringify([process.env, process.execArgv]);";
    const answer = await runModule(moduleOf(body), "", limits);
    expect(answer).not.toMatch(/s3cret|disallow/);
  } finally {
    delete process.env["FLOWPROOF_TEST_TOKEN"];
    delete process.env["NODE_OPTIONS"];
  }
});

test.each([
  ["throw new Error('no');", limits, "it ended with code 1"],
  ["process.exit(9);", limits, "it ended with code 9"],
  ["process.kill(process.pid, 'SIGKILL');", limits, "SIGKILL"],
  ["for (;;);", { ...limits, timeoutMs: 1500 }, "it took longer than 1.5 s"],
  ["return 'x'.repeat(10_000);", { ...limits, maxBytes: 100 }, "it wrote more than 100 bytes"],
])("%s is an error in words", async (body, given, reason) => {
  const work = runModule(moduleOf(body), "x".repeat(100_000), given);
  await expect(work).rejects.toMatchObject({
    code: "CHILD_FAILED",
    message: expect.stringContaining(reason),
  });
});
