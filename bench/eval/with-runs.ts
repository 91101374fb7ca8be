import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startChild } from "../engine/child.ts";
import { type Cost, runMeasured } from "./run-measured.ts";
import { variants } from "./variants.ts";

/** Measures one run of flowproof over so many cases, so many at a time. */
export type MeasureRun = (cases: number, concurrency: number) => Promise<Cost>;

export interface RunsSetting {
  /** The build to run, from the root of the repository. */
  readonly main: string;
  /** Of every reply. */
  readonly latencyMs: number;
  /** Trials of each case, 1 where it is left out. */
  readonly trials?: number;
}

/** Does work with runs against a simulator in a process of its own; nothing of them is left. */
export async function withRuns(
  { main, latencyMs, trials = 1 }: RunsSetting,
  work: (measure: MeasureRun) => Promise<void>,
): Promise<void> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const program = resolve(root, main);
  if (!existsSync(program)) throw new Error(`${program} does not exist; run npm run build first`);
  const [flowproof] = variants;
  if (flowproof === undefined) throw new Error("there is nothing to measure");
  const folder = await mkdtemp(join(tmpdir(), "flowproof-bench-"));
  const { child: server, hello } = await startChild("../eval/server.ts", [String(latencyMs), "0"]);
  const url = String("url" in hello ? hello["url"] : "");
  const setting = { root, main: program, folder, url, requests: "", trials };
  try {
    await work(async (cases, concurrency) =>
      runMeasured(await flowproof.program({ ...setting, concurrency }, cases)),
    );
  } finally {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
