import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";

/** None of these runs may turn text into code. */
const flags = ["--disallow-code-generation-from-strings", "--import", "tsx"];

interface World {
  readonly input?: string;
  readonly env?: NodeJS.ProcessEnv;
}

function node(args: readonly string[], { input = "", env }: World = {}): SpawnSyncReturns<string> {
  const options = { input, env: { ...process.env, NO_COLOR: "1", ...env } };
  return spawnSync(process.execPath, [...flags, ...args], { encoding: "utf8", ...options });
}

test("lint-flows reads standard input and sets the exit code", () => {
  const args = ["cli/lint-flows.ts", "-", "--stdin-filename", "new.yml"];
  const { status, stdout, stderr } = node(args, { input: "version: v1\n" });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^new\.yml\n/);
  expect(stderr).toBe("exit 1: errors were found\n");
});

const definition = /\/cli\/lint\/define-lint\.ts$/;

test.each<[args: string[], loaded: RegExp[], left: RegExp[]]>([
  [["cli/main.ts", "lint", "--help"], [definition], [/\/src\/lint\//, /\/yaml\//, /\/ajv\//]],
  [["cli/lint-flows.ts", "--help"], [definition], [/\/src\/lint\//, /\/yaml\//]],
  [["cli/main.ts", "explain", "CLI_USAGE"], [/\/cli\/explain\//], [/\/src\/lint\//, /\/yaml\//]],
  [
    ["cli/main.ts", "lint", "flows"],
    [/\/src\/lint\//, /\/yaml\//],
    [/\/src\/eval\//, /anthropic/],
  ],
])("%j loads what it needs and no more", (args, loaded, left) => {
  const scripts = loadedBy(args);
  expect(loaded.filter((pattern) => !scripts.some((url) => pattern.test(url)))).toEqual([]);
  expect(scripts.filter((url) => left.some((pattern) => pattern.test(url)))).toEqual([]);
});

/** Every script that a run loads, as the engine counts them. */
function loadedBy(args: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "flowproof-"));
  try {
    const { status, stderr } = node(args, { env: { NODE_V8_COVERAGE: folder } });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return readdirSync(folder).flatMap((name) => {
      const text = readFileSync(join(folder, name), "utf8");
      const { result }: { result: { url: string }[] } = JSON.parse(text);
      return result.map(({ url }) => url).filter((url) => url.startsWith("file:"));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
