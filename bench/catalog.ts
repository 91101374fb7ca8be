import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { syncCatalog } from "../src/catalog/index.ts";
import { createGitLabClient } from "../src/gitlab/index.ts";
import { diskFiles, pooledFetch, systemClock, systemRandom } from "../src/platform/index.ts";

/**
 * Fetching 200 agents, 8 at a time, from an instance that takes 100 ms to answer, against the time that
 * the answers alone take. The instance is `flowproof simulate gitlab` in a process of its own. Run
 * `npm run bench:catalog`.
 */
const items = 200;
const jobs = 8;
const latencyMs = 100;
/** Each agent is asked for, and then its config. */
const idealMs = (items / jobs) * 2 * latencyMs;
const rounds = Number(process.argv[2] ?? 3);

const folder = mkdtempSync(join(tmpdir(), "flowproof-"));
writeCatalog(join(folder, "catalog"));
const { url, stop } = await startInstance(join(folder, "catalog"));
try {
  const client = createGitLabClient({
    url,
    token: "bench-token",
    fetch: pooledFetch({ connections: jobs }),
    clock: systemClock,
    random: systemRandom,
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const lint of [false, true]) {
      const start = performance.now();
      await sync(join(folder, `${round}-${lint}`), lint);
      const ms = performance.now() - start;
      const what = `${items} agents, ${jobs} at a time, ${lint ? "linted" : "not linted"}`;
      process.stdout.write(
        `${what.padEnd(38)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / idealMs).toFixed(2)} x the ideal ${idealMs} ms\n`,
      );
    }
  }

  async function sync(output: string, lint: boolean): Promise<void> {
    await syncCatalog({
      client,
      files: diskFiles,
      folder: output,
      shown: (path) => path,
      kind: "agent",
      layout: { style: "versioned", format: "v1", isRegistry: true },
      requests: Array.from({ length: items }, (_, index) => ({
        reference: `agent_${index}`,
        id: `gid://gitlab/Ai::Catalog::Item/${1000 + index}`,
      })),
      wishFor: () => ({ all: false, drafts: false, constraints: [] }),
      frozen: false,
      lint,
      acceptChanged: false,
      overwrite: false,
      dryRun: false,
      jobs,
    });
  }
} finally {
  stop();
  rmSync(folder, { recursive: true, force: true });
}

function writeCatalog(path: string): void {
  mkdirSync(path);
  const prompt = "Help. ".repeat(500);
  const catalog = {
    users: [{ username: "root", admin: true }],
    tokens: [{ name: "bench", token: "bench-token", user: "root" }],
    projects: [{ id: 1, path: "bench/agents", visibility: "public" }],
    items: Array.from({ length: items }, (_, index) => ({
      id: 1000 + index,
      type: "agent",
      name: `Agent ${index}`,
      project: "bench/agents",
      versions: [{ version: "1.0.0", system_prompt: prompt, tools: ["get_issue"] }],
    })),
  };
  // JSON is YAML.
  writeFileSync(join(path, "catalog.yml"), JSON.stringify(catalog));
}

function startInstance(catalog: string): Promise<{ url: string; stop: () => void }> {
  const args = ["--import", "tsx", "cli/main.ts", "simulate", "gitlab", "--catalog", catalog];
  const child = spawn(process.execPath, [...args, "--latency", String(latencyMs), "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    const read = (part: Buffer): void => {
      said += part.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve({ url: address, stop: () => void child.kill("SIGINT") });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", () => reject(new Error(`the instance ended: ${said}`)));
  });
}
