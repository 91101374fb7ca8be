import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { makeFlows, repeatFlows } from "./lint/make-flows.ts";

/**
 * `lint-flows` as a whole process, beside the floor: a process that only reads the same files, parses them with `yaml`
 * and validates them with ajv. A third only parses. Run `npm run build` first, then `npm run bench:lint [rounds]`.
 * Configs are made up; with FLOWPROOF_CORPUS the recorded real ones are measured too.
 */
const rounds = Number(process.argv[2] ?? 7);
const counts = [30, 300, 1000];
const largest = 3000;
const bar = 2;

const floor = fileURLToPath(new URL("lint/floor.mjs", import.meta.url));
const programs = {
  yaml: (folder: string) => [floor, folder, "--no-schema"],
  floor: (folder: string) => [floor, folder],
  service: (folder: string) => ["dist/cli/lint-flows.js", "--only", "service", folder],
  lint: (folder: string) => ["dist/cli/lint-flows.js", folder],
};
type Program = keyof typeof programs;
const names: readonly Program[] = ["yaml", "floor", "service", "lint"];

interface Usage {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakKb: number;
}

const meter = new URL("lint/meter.mjs", import.meta.url).href;

function measure(program: Program, folder: string, accepted: readonly number[]): Usage {
  const start = performance.now();
  const args = ["--import", meter, ...programs[program](folder)];
  const { status, output } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const wallMs = performance.now() - start;
  if (status === null || !accepted.includes(status)) {
    throw new Error(`${program} ended with ${status}: ${output[1]}${output[2]}`);
  }
  return { wallMs, ...JSON.parse(output[3] ?? "") };
}

type Measured = ReadonlyMap<Program, ReadonlyMap<number, Usage>>;

/** The medians of all rounds, in which programs and sizes take turns. */
function measureAll(folders: ReadonlyMap<number, string>, accepted: readonly number[]): Measured {
  const samples = new Map<Program, Map<number, Usage[]>>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [count, folder] of folders) {
      for (const program of names) {
        // Memory does not need as many rounds as time, and the largest takes its time.
        if (count === largest && round > 0) continue;
        const sizes = samples.get(program) ?? new Map<number, Usage[]>();
        samples.set(program, sizes);
        sizes.set(count, [...(sizes.get(count) ?? []), measure(program, folder, accepted)]);
      }
    }
  }
  return new Map(
    [...samples].map(([program, sizes]) => [
      program,
      new Map([...sizes].map(([count, usages]) => [count, medianOf(usages)])),
    ]),
  );
}

function medianOf(usages: readonly Usage[]): Usage {
  return {
    wallMs: median(usages.map(({ wallMs }) => wallMs)),
    cpuMs: median(usages.map(({ cpuMs }) => cpuMs)),
    peakKb: median(usages.map(({ peakKb }) => peakKb)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Ratios are to the floor, in brackets those of processor time. */
const heads = [
  "yaml ms",
  "floor ms",
  "only service ms",
  "lint ms",
  "only service : floor",
  "lint : floor",
  "lint ms a file",
  "peak MB floor · lint",
];

function printAll(title: string, measured: Measured): void {
  const at = (program: Program, count: number): Usage => {
    const none = { wallMs: Number.NaN, cpuMs: Number.NaN, peakKb: Number.NaN };
    return measured.get(program)?.get(count) ?? none;
  };
  const ratio = (program: Program, count: number, of: "wallMs" | "cpuMs"): string => {
    return (at(program, count)[of] / at("floor", count)[of]).toFixed(2);
  };
  print(`${title}: medians of ${rounds} rounds, Node ${process.version}`);
  print(`${"files".padStart(7)}${heads.map((head) => head.padStart(22)).join("")}`);
  for (const count of [...counts, largest]) {
    const cells = [
      ...names.map((program) => at(program, count).wallMs.toFixed(0)),
      `${ratio("service", count, "wallMs")} (${ratio("service", count, "cpuMs")})`,
      `${ratio("lint", count, "wallMs")} (${ratio("lint", count, "cpuMs")})`,
      (at("lint", count).wallMs / count).toFixed(2),
      `${megabytes(at("floor", count))} · ${megabytes(at("lint", count))}`,
    ];
    print(`${String(count).padStart(7)}${cells.map((cell) => cell.padStart(22)).join("")}`);
  }
  for (const count of [30, 1000]) {
    const value = ratio("lint", count, "wallMs");
    const verdict = Number(value) <= bar ? "within" : "ABOVE";
    print(`  ${count} files: ${value} x the floor, ${verdict} the bar of ${bar}`);
  }
  const more = (from: number, to: number): string => {
    return ((at("lint", to).wallMs - at("lint", from).wallMs) / (to - from)).toFixed(2);
  };
  print(`  each further file: ${more(30, 300)} ms up to 300, ${more(300, 1000)} ms up to 1000\n`);
}

function megabytes({ peakKb }: Usage): string {
  return (peakKb / 1024).toFixed(0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function foldersOf(
  root: string,
  make: (folder: string, count: number) => void,
): Map<number, string> {
  return new Map(
    [...counts, largest].map((count) => {
      const folder = join(root, String(count));
      make(folder, count);
      return [count, folder];
    }),
  );
}

const root = mkdtempSync(join(tmpdir(), "flowproof-bench-lint-"));
try {
  // What is made up is right, so that a finding is a mistake.
  printAll("configs made up", measureAll(foldersOf(join(root, "made"), makeFlows), [0]));
  const corpus = process.env["FLOWPROOF_CORPUS"];
  if (corpus !== undefined && existsSync(corpus)) {
    const repeat = (folder: string, count: number): void => {
      repeatFlows(folder, count, join(corpus, "configs"));
    };
    printAll("real configs", measureAll(foldersOf(join(root, "real"), repeat), [0, 1]));
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
