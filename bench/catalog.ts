import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { syncCatalog } from "../src/catalog/index.ts";
import { createGitLabClient } from "../src/gitlab/index.ts";
import { diskFiles, pooledFetch, systemClock, systemRandom } from "../src/platform/index.ts";
import { createGitlabSimulator, loadCatalog, serve } from "../src/simulators/index.ts";

/**
 * Fetching 200 agents, 8 at a time, from an instance that takes 100 ms to answer, against the time that
 * the answers alone take. Run `npm run bench:catalog`.
 */
const items = 200;
const jobs = 8;
const latencyMs = 100;
/** Each agent is asked for, and then its config. */
const idealMs = (items / jobs) * 2 * latencyMs;

const catalog = await loadCatalog("fixtures/catalogs/shop", diskFiles);
const simulator = createGitlabSimulator({ catalog, clock: systemClock, latencyMs });
for (let index = 0; index < items; index += 1) {
  simulator.state.addItem({
    id: 1000 + index,
    type: "agent",
    name: `Agent ${index}`,
    project: "shop/agents",
    versions: [{ version: "1.0.0", system_prompt: "Help. ".repeat(500), tools: ["get_issue"] }],
  });
}
const server = await serve(simulator, { port: 0 });
const folder = mkdtempSync(join(tmpdir(), "flowproof-"));
try {
  const client = createGitLabClient({
    url: server.url,
    token: "shop-reader-token",
    fetch: pooledFetch({ connections: jobs }),
    clock: systemClock,
    random: systemRandom,
  });
  for (const lint of [false, true]) {
    const start = performance.now();
    await syncCatalog({
      client,
      files: diskFiles,
      folder: join(folder, String(lint)),
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
    const ms = performance.now() - start;
    const what = `${items} agents, ${jobs} at a time, ${lint ? "linted" : "not linted"}`;
    process.stdout.write(
      `${what.padEnd(42)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / idealMs).toFixed(2)} x the ideal ${idealMs} ms\n`,
    );
  }
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
