import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import process from "node:process";

/**
 * What a start costs: `flowproof --help` against `node -e 0`, interleaved, as a ratio of medians.
 * Run `npm run build` first, then `npm run bench:start-up`.
 */
const commands: Readonly<Record<string, readonly string[]>> = {
  "node -e 0": ["-e", "0"],
  "flowproof --help": ["dist/cli/main.js", "--help"],
  "flowproof eval run --help": ["dist/cli/main.js", "eval", "run", "--help"],
};
const rounds = Number(process.argv[2] ?? 25);
const times = new Map<string, number[]>(Object.keys(commands).map((name) => [name, []]));

for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(commands)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    times.get(name)?.push(performance.now() - start);
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const floor = median(times.get("node -e 0") ?? []);
for (const [name, values] of times) {
  const ms = median(values);
  process.stdout.write(
    `${name.padEnd(28)} ${ms.toFixed(0).padStart(5)} ms  ${(ms / floor).toFixed(2)} x\n`,
  );
}
