import process from "node:process";
import { parseArgs } from "node:util";
import { withRuns } from "./eval/with-runs.ts";

/**
 * How the memory of a run grows with its trials: the peak of the whole program, of each number of trials, once
 * with many trials of the same few cases and once with a case for each trial, of which the suite is held
 * whole. Linux only. Run `npm run build` first, then
 * `npm run bench:memory -- [numbers of trials] [--at-a-time n] [--cases n]`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "at-a-time": { type: "string", default: "20" },
    cases: { type: "string", default: "20" },
    main: { type: "string", default: "dist/cli/main.js" },
  },
});
const most = 64;
/** More are refused in one suite. */
const mostCases = 10_000;
const sizes = (positionals[0] ?? "1000,20000").split(",").map(Number);
const few = Number(values.cases);

await growth(`${few} cases`, (trials) => ({ cases: few, trials: Math.ceil(trials / few) }));
await growth("a case for each trial", (trials) => ({
  cases: Math.min(trials, mostCases),
  trials: 1,
}));

/** Prints the peaks of runs that grow in one way. */
async function growth(
  name: string,
  shapeOf: (trials: number) => { readonly cases: number; readonly trials: number },
): Promise<void> {
  const peaks: number[] = [];
  for (const size of sizes) {
    const { cases, trials } = shapeOf(size);
    await withRuns({ main: values.main, latencyMs: 0, trials }, async (measure) => {
      const { peakMb } = await measure(cases, Number(values["at-a-time"]));
      peaks.push(peakMb);
      print(`${name}: ${cases * trials} trials, at most ${peakMb.toFixed(0)} MB`);
    });
  }
  const grown = (peaks.at(-1) ?? 0) - (peaks[0] ?? 0);
  print(`${name}: growth ${grown.toFixed(0)} MB (to reach: < ${most})`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
