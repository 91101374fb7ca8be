import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { startChild } from "./engine/child.ts";
import { printTable, type Samples } from "./eval/print-table.ts";
import { type Cost, type Program, runMeasured } from "./eval/run-measured.ts";
import { type Setting, variants } from "./eval/variants.ts";
import { idOf } from "./eval/workload.ts";

/**
 * What a case of two replies, one tool and a judge costs in processor time of the whole program,
 * journal on disk, beside the same requests by hand on the SDK, and beside peers where `bench/peers`
 * holds them (its README says how). All ask the simulator, a process of its own, over loopback HTTP,
 * and take turns. Linux only. Run `npm run build` first, then `npm run bench:eval [rounds] [sizes]`.
 */
const rounds = Number(process.argv[2] ?? 3);
const sizes = (process.argv[3] ?? "1000,5000").split(",").map(Number);
const concurrency = 20;
const requestsPerCase = 3;

const folder = await mkdtemp(join(tmpdir(), "flowproof-bench-"));
const root = fileURLToPath(new URL("../", import.meta.url));
const { child: server, hello } = await startChild("../eval/server.ts", []);
const url = String("url" in hello ? hello["url"] : "");
try {
  await compare();
} finally {
  server.stop();
  await rm(folder, { recursive: true, force: true });
}

async function compare(): Promise<void> {
  const main = join(root, "dist/cli/main.js");
  if (!existsSync(main)) throw new Error(`${main} does not exist; run npm run build first`);
  const setting: Setting = { root, folder, url, concurrency, requests: join(folder, "case.json") };
  const present = variants.filter((variant) => {
    const missing = variant.missing?.(setting);
    if (missing !== undefined) print(`${variant.name}: left out, ${missing}`);
    return missing === undefined;
  });
  await writeFirstCase(setting);
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
  printTable(samples, { sizes, rounds, concurrency, print });
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
  const cost = await runMeasured(program);
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
