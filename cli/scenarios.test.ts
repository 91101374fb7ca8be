import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parseScript } from "../src/model/index.ts";
import { diskFiles } from "../src/platform/index.ts";
import { createLlmSimulator, serve } from "../src/simulators/index.ts";
import { fitted, matchesText, parseScenario, type Scenario } from "./testing/parse-scenario.ts";
import { type ProgramRun, runWith } from "./testing/run-in.ts";

const folder = "fixtures/cli";
const scenarios = readdirSync(folder)
  .filter((name) => name.endsWith(".scenario"))
  .map((name) => ({ name, scenario: parseScenario(readFileSync(join(folder, name), "utf8")) }));

test.each(scenarios)("$name: $scenario.title", { timeout: 30_000 }, async ({ scenario }) => {
  const cwd = mkdtempSync(join(tmpdir(), "flowproof-"));
  try {
    for (const [path, text] of scenario.files) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), text);
    }
    const { exit, stdout, stderr } = await runWithSimulator(cwd, scenario);
    const plain = (text: string) => text.replaceAll(cwd, "<cwd>");
    const printed = `exit ${exit}\n--- stdout\n${plain(stdout)}\n--- stderr\n${plain(stderr)}`;
    expect(exit, printed).toBe(scenario.exit);
    for (const [actual, pattern] of [
      [plain(stdout), scenario.stdout],
      [plain(stderr), scenario.stderr],
    ] as const) {
      expect(fitted(actual, pattern)).toBe(pattern);
    }
    for (const path of scenario.exists) await expect(exists(cwd, path)).resolves.toBe(true);
    for (const path of scenario.missing) await expect(exists(cwd, path)).resolves.toBe(false);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
});

test("a pattern that does not fit is seen", () => {
  expect(matchesText("a\nb\nc\n", "a\n…\nc")).toBe(true);
  expect(matchesText("a\nb\nd\n", "a\n…\nc")).toBe(false);
  expect(matchesText("axb", "a.b")).toBe(false);
});

async function runWithSimulator(cwd: string, scenario: Scenario): Promise<ProgramRun> {
  const { args, env, program } = scenario;
  const stdin = async () => new TextEncoder().encode(scenario.stdin);
  if (scenario.simulator === undefined) return runWith(args, { cwd, env, program, stdin });
  const file = join(cwd, scenario.simulator);
  const script = await parseScript((await diskFiles.read(file)) ?? "", file);
  const server = await serve(createLlmSimulator({ script }), { port: 0 });
  try {
    const simulated = {
      ANTHROPIC_BASE_URL: server.url,
      OPENAI_BASE_URL: `${server.url}/v1`,
      ...env,
    };
    return await runWith(args, { cwd, env: simulated, program, stdin });
  } finally {
    await server.close();
  }
}

async function exists(cwd: string, path: string): Promise<boolean> {
  const parent = dirname(join(cwd, path));
  return (await diskFiles.list(parent)).includes(path.split("/").at(-1) ?? "");
}
