import { resolve } from "node:path";
import process from "node:process";
import { build } from "esbuild";

/** Two folders below package.json, as in `dist`, whose version the programs look up. */
const folder = ".flowproof/programs";

/**
 * Vitest calls it before all tests: puts each program that tests start into one file, which starts in a
 * fraction of the time that its many sources take. Nothing is done where the environment names what was built.
 */
export async function setup(): Promise<void> {
  if (process.env["FLOWPROOF_BUILT"] !== undefined) return;
  await build({
    entryPoints: ["cli/main.ts", "cli/fetch-foundational-agents.ts"],
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    logLevel: "warning",
  });
  process.env["FLOWPROOF_BUILT"] = resolve(folder);
}
