import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startChild } from "./engine/child.ts";
import { lostCases, recordingMs } from "./eval/finished-run.ts";
import { printTable, type Samples } from "./eval/print-table.ts";
import { type Cost, type Program, runMeasured } from "./eval/run-measured.ts";
import { type Setting, variants } from "./eval/variants.ts";
import { idOf } from "./eval/workload.ts";

/**
 * What a case of two replies, one tool and a judge costs in processor time of the whole program,
 * journal on disk, beside the same requests by hand on the SDK, and beside peers where `bench/peers`
 * holds them (its README says how). All ask the simulator, a process of its own, over loopback HTTP,
 * and take turns. Linux only. Run `npm run build` first, then
 * `npm run bench:eval -- [rounds] [sizes] [--latency ms] [--faults share] [--at-a-time n]`: with a latency
 * of 50 walls are held against the ideal; with faults (0.3) only flowproof is run, with 16 attempts for a
 * call (six would lose one of 1,400 by chance), and lost cases are counted; sizes of 5000,20000 show how
 * memory grows, and 100 what a small run takes.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    latency: { type: "string", default: "0" },
    faults: { type: "string", default: "0" },
    "at-a-time": { type: "string", default: "20" },
    // Of another build, to be held against this one.
    main: { type: "string", default: "dist/cli/main.js" },
  },
});
const rounds = Number(positionals[0] ?? 3);
const sizes = (positionals[1] ?? "1000,5000").split(",").map(Number);
const concurrency = Number(values["at-a-time"]);
const latencyMs = Number(values.latency);
const faults = Number(values.faults);
const requestsPerCase = 3;

const folder = await mkdtemp(join(tmpdir(), "flowproof-bench-"));
const root = fileURLToPath(new URL("../", import.meta.url));
const { child: server, hello } = await startChild("../eval/server.ts", [
  values.latency,
  values.faults,
]);
const url = String("url" in hello ? hello["url"] : "");
try {
  await compare();
} finally {
  server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function compare(): Promise<void> {
  const main = resolve(root, values.main);
  if (!existsSync(main)) throw new Error(`${main} does not exist; run npm run build first`);
  const requests = join(folder, "case.json");
  const flags = faults > 0 ? ["--max-retries", "15"] : [];
  const setting: Setting = { root, main, folder, url, concurrency, flags, requests };
  const present = variants.filter((variant) => {
    if (faults > 0 && variant !== variants[0]) return false;
    const missing = variant.missing?.(setting);
    if (missing !== undefined) print(`${variant.name}: left out, ${missing}`);
    return missing === undefined;
  });
  if (faults === 0) await writeFirstCase(setting);
  const samples: Samples = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (const cases of sizes) {
      for (const { name, program } of present) {
        const cost = await measure(name, await program(setting, cases), cases);
        const known = samples.get(name) ?? new Map<number, Cost[]>();
        samples.set(name, known.set(cases, [...(known.get(cases) ?? []), cost]));
        const ms = (cost.cpuMs / cases).toFixed(2);
        process.stderr.write(`round ${round + 1}, ${cases} cases, ${name}: ${ms} ms each\n`);
      }
    }
  }
  printTable(samples, { sizes, rounds, concurrency, latencyMs, requestsPerCase, print });
  print("");
  print(
    `recording, journal and summary: ${(await recordingMs(folder)).toFixed(3)} ms/case (≤ 0.15)`,
  );
}

/** The requests of the first case, which the others repeat under other names. */
async function writeFirstCase(setting: Setting): Promise<void> {
  const [flowproof] = variants;
  if (flowproof === undefined) return;
  await runMeasured(await flowproof.program(setting, 1));
  const body = await server.ask({ type: "body" });
  await server.ask({ type: "bytes" });
  const bodies = "bodies" in body ? body["bodies"] : [];
  await writeFile(setting.requests, JSON.stringify({ bodies, firstId: idOf(0) }));
}

/** Who does not send three requests for a case does another work, and is not compared. */
async function measure(name: string, program: Program, cases: number): Promise<Cost> {
  await mkdir(program.cwd, { recursive: true });
  const cost = await runMeasured(program, faults > 0);
  if (faults > 0) {
    const lost = lostCases(folder);
    print(`${cases} cases, ${faults * 100} % faults: ${lost.length} lost (to reach: 0)`);
    for (const reason of lost.slice(0, 5)) print(`  ${reason}`);
    return cost;
  }
  const answer = await server.ask({ type: "bytes" });
  const [seen] = Array.isArray(answer) ? answer : [];
  if (seen !== cases * requestsPerCase) {
    throw new Error(`${name} sent ${String(seen)} requests for ${cases} cases`);
  }
  return cost;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
