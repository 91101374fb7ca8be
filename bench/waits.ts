import process from "node:process";
import { parseArgs } from "node:util";
import { withRuns } from "./eval/with-runs.ts";

/**
 * How long a run waits for its provider beside what it must: calls × latency / calls at a time. The wall is that
 * of the whole program, its start and its reports included, which a run of 15 s hides within a few percent. Run
 * `npm run build` first, then `npm run bench:waits -- [at a time:latency in ms]… [--seconds n]`, on a machine
 * that does nothing else: program and simulator share it, so the last column says what both have to bear.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "15" },
    main: { type: "string", default: "dist/cli/main.js" },
  },
});
const most = 1.1;
const callsPerCase = 3;
const settings =
  positionals.length > 0 ? positionals : ["10:50", "20:50", "100:200", "200:500", "500:1000"];

print(row(["at a time", "latency ms", "cases", "ideal s", "wall s", "wall / ideal", "calls / s"]));
for (const setting of settings) {
  const [atATime = Number.NaN, latencyMs = Number.NaN] = setting.split(":").map(Number);
  const roundMs = callsPerCase * latencyMs;
  const rounds = Math.ceil((Number(values.seconds) * 1000) / roundMs);
  const cases = rounds * atATime;
  await withRuns({ main: values.main, latencyMs }, async (measure) => {
    const { wallMs } = await measure(cases, atATime);
    const idealMs = rounds * roundMs;
    const ratio = wallMs / idealMs;
    const times = [idealMs, wallMs].map((ms) => (ms / 1000).toFixed(2));
    const verdict = `${ratio.toFixed(3)} ${ratio <= most ? "≤" : ">"} ${most}`;
    const rate = ((atATime / latencyMs) * 1000).toFixed(0);
    print(row([String(atATime), String(latencyMs), String(cases), ...times, verdict, rate]));
  });
}

function row(cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(13)).join("");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
