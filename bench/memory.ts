import process from "node:process";
import { parseArgs } from "node:util";
import { withRuns } from "./eval/with-runs.ts";

/**
 * How the memory of a run grows with its trials: the peak of the whole program, of each number of trials (one a
 * case, which costs more than several a case). Linux only. Run `npm run build` first, then
 * `npm run bench:memory -- [sizes] [--rounds n] [--at-a-time n]`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "1" },
    "at-a-time": { type: "string", default: "20" },
    main: { type: "string", default: "dist/cli/main.js" },
  },
});
const most = 64;
const sizes = (positionals[0] ?? "1000,20000").split(",").map(Number);
const rounds = Number(values.rounds);

const peaks = new Map<number, number>();
await withRuns({ main: values.main, latencyMs: 0 }, async (measure) => {
  for (const size of sizes) {
    const found: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      found.push((await measure(size, Number(values["at-a-time"]))).peakMb);
    }
    peaks.set(size, Math.max(...found));
    print(`${size} trials: at most ${found.map((peak) => peak.toFixed(0)).join(", ")} MB`);
  }
});
const [least = 0, ...others] = peaks.values();
const growth = (others.at(-1) ?? least) - least;
print(`growth: ${growth.toFixed(0)} MB (to reach: < ${most})`);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
