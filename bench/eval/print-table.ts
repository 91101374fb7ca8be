import type { Cost } from "./run-measured.ts";

/** What was measured, by variant and number of cases. */
export type Samples = Map<string, Map<number, Cost[]>>;

interface TableSetting {
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly concurrency: number;
  /** Of each request. */
  readonly latencyMs: number;
  readonly requestsPerCase: number;
  readonly print: (line: string) => void;
}

/** The variant that the ratios are held against. */
export const yardstick = "SDK by hand";
const nameWidth = 26;
const width = 10;

/** Prints a table for each number of cases, and what the cases between two numbers cost each. */
export function printTable(samples: Samples, setting: TableSetting): void {
  const { sizes, rounds, concurrency, latencyMs, requestsPerCase, print } = setting;
  print(`medians of ${rounds}; ${concurrency} cases at a time; F is "${yardstick}"`);
  print("to reach: ≤ 1.0 F, peak ≤ 200 MB with 5000 cases; with 100 cases ≤ 1.2 F of wall");
  for (const cases of sizes) {
    print("");
    print(row(`${cases} cases`, ["ms/case", "× F", "wall s", "× F", "peak MB"]));
    for (const [name, bySize] of samples) {
      const costs = bySize.get(cases) ?? [];
      const ms = perCase(costs, cases);
      const base = perCase(samples.get(yardstick)?.get(cases) ?? [], cases);
      const wall = wallOf(costs);
      const wallBase = wallOf(samples.get(yardstick)?.get(cases) ?? []);
      const peak = median(costs.map(({ peakMb }) => peakMb));
      const walls = [wall.toFixed(2), (wall / wallBase).toFixed(2)];
      print(row(name, [ms.toFixed(2), (ms / base).toFixed(2), ...walls, peak.toFixed(0)]));
      if (latencyMs === 0) continue;
      const ideal = (Math.ceil(cases / concurrency) * requestsPerCase * latencyMs) / 1000;
      print(`  ${(wall / ideal).toFixed(2)} × the ideal wall of ${ideal.toFixed(1)} s (≤ 1.10)`);
    }
  }
  const [few, many] = [Math.min(...sizes), Math.max(...sizes)];
  if (few === many) return;
  const marginal = (name: string): number => {
    const of = (cases: number): number => cpu(samples.get(name)?.get(cases) ?? []);
    return (of(many) - of(few)) / (many - few);
  };
  print("");
  print(row(`${few} → ${many}, each`, ["ms/case", "× F", "more MB"]));
  for (const name of samples.keys()) {
    const ms = marginal(name);
    const peak = (cases: number): number =>
      median((samples.get(name)?.get(cases) ?? []).map(({ peakMb }) => peakMb));
    const more = (peak(many) - peak(few)).toFixed(0);
    print(row(name, [ms.toFixed(2), (ms / marginal(yardstick)).toFixed(2), more]));
  }
  print("to reach: ≤ 0.8 F from 1000 to 5000, ≤ 64 MB more from 5000 to 20000");
}

function wallOf(costs: readonly Cost[]): number {
  return median(costs.map(({ wallMs }) => wallMs)) / 1000;
}

function perCase(costs: readonly Cost[], cases: number): number {
  return cpu(costs) / cases;
}

function cpu(costs: readonly Cost[]): number {
  return median(costs.map(({ cpuMs }) => cpuMs));
}

function row(name: string, cells: readonly string[]): string {
  return name.padEnd(nameWidth) + cells.map((cell) => cell.padStart(width)).join("");
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[Math.floor(index)] ?? Number.NaN;
  return (at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2;
}
