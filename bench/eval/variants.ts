import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { yardstick } from "./print-table.ts";
import type { Program } from "./run-measured.ts";
import { writeSuite } from "./workload.ts";

/** What all variants are run with. */
export interface Setting {
  /** Of the repository. */
  readonly root: string;
  /** flowproof, as it was built. */
  readonly main: string;
  /** For what a run leaves; it is removed at the end. */
  readonly folder: string;
  /** Of the simulator. */
  readonly url: string;
  readonly concurrency: number;
  /** For flowproof, besides those that it needs. */
  readonly flags?: readonly string[];
  /** The file with the requests of the first case. */
  readonly requests: string;
  /** Of each case, 1 where it is left out; others than flowproof know none. */
  readonly trials?: number;
}

interface Variant {
  readonly name: string;
  readonly program: (setting: Setting, cases: number) => Promise<Program>;
  /** Why it cannot be run here; undefined if it can. */
  readonly missing?: (setting: Setting) => string | undefined;
}

/** flowproof first: the others repeat what it asks. */
export const variants: readonly Variant[] = [
  { name: "flowproof eval run", program: flowproof },
  { name: yardstick, program: (setting, cases) => sdkLoop(setting, cases, "json") },
  {
    name: "SDK by hand, streaming",
    program: (setting, cases) => sdkLoop(setting, cases, "stream"),
  },
  {
    name: "vitest-evals",
    program: vitestEvals,
    missing: (setting) => notInstalled(setting, "vitest-evals"),
  },
  {
    name: "promptfoo",
    program: promptfoo,
    missing: (setting) => tooOld(22) ?? notInstalled(setting, "promptfoo"),
  },
];

async function flowproof(setting: Setting, cases: number): Promise<Program> {
  const { main, folder, url, concurrency, flags = [], trials = 1 } = setting;
  const cwd = join(folder, `suite-${cases}-${trials}`);
  await mkdir(cwd, { recursive: true });
  const suite = await writeSuite(cwd, cases, trials);
  const options = ["--base-url", url, "-j", String(concurrency), "--reports", join(folder, "runs")];
  return {
    args: [main, "eval", "run", suite, ...options, ...flags],
    cwd,
    env: { ANTHROPIC_API_KEY: "x" },
  };
}

function sdkLoop(setting: Setting, cases: number, kind: string): Promise<Program> {
  const { root, folder, url, concurrency, requests } = setting;
  const loop = join(root, "bench/eval/sdk-loop.mjs");
  const args = [loop, url, String(cases), String(concurrency), requests, kind];
  return Promise.resolve({ args, cwd: folder, env: {} });
}

function vitestEvals(setting: Setting, cases: number): Promise<Program> {
  const cwd = peers(setting);
  const vitest = join(cwd, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--config", join(cwd, "vitest-evals.config.mjs")];
  return Promise.resolve({ args, cwd, env: { ...peerEnv(setting, cases), CI: "1" } });
}

function promptfoo(setting: Setting, cases: number): Promise<Program> {
  const cwd = peers(setting);
  const main = join(cwd, "node_modules/promptfoo/dist/src/main.js");
  const { concurrency, folder } = setting;
  const config = ["-c", join(cwd, "promptfoo.config.mjs"), "-j", String(concurrency)];
  return Promise.resolve({
    args: [main, "eval", ...config, "--no-cache", "--no-table", "--no-progress-bar"],
    cwd,
    env: {
      ...peerEnv(setting, cases),
      PROMPTFOO_CONFIG_DIR: join(folder, "promptfoo"),
      PROMPTFOO_DISABLE_TELEMETRY: "1",
      PROMPTFOO_DISABLE_UPDATE: "1",
      PROMPTFOO_DISABLE_REMOTE_GENERATION: "1",
      PROMPTFOO_DISABLE_SHARING: "1",
    },
  });
}

function peerEnv({ url, concurrency, requests }: Setting, cases: number): Program["env"] {
  return {
    BENCH_URL: url,
    BENCH_CASES: String(cases),
    BENCH_CONCURRENCY: String(concurrency),
    BENCH_REQUESTS: requests,
  };
}

function peers({ root }: Setting): string {
  return join(root, "bench/peers");
}

function notInstalled(setting: Setting, name: string): string | undefined {
  const isThere = existsSync(join(peers(setting), "node_modules", name));
  return isThere ? undefined : "not installed (bench/peers/README.md says how)";
}

function tooOld(major: number): string | undefined {
  const [own] = process.versions.node.split(".");
  return Number(own) >= major ? undefined : `it needs Node ${major}`;
}
