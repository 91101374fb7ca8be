import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskFiles, systemClock } from "../../src/platform/index.ts";
import {
  createGitlabSimulator,
  type GitlabSimulator,
  type GitlabSimulatorOptions,
  loadCatalog,
  serve,
} from "../../src/simulators/index.ts";

/** The invented instance of `fixtures/catalogs/shop` on loopback, and an empty folder to work in. */
export interface Shop {
  readonly url: string;
  readonly simulator: GitlabSimulator;
  readonly cwd: string;
  /** Every file below the folder by its path. */
  tree(): Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Tokens of the instance that open it in their ways. */
export const shopTokens = { reader: "shop-reader-token", writer: "shop-writer-token" };

/** Opens the shop; what is not said of it is as in its files. */
export async function openShop(options: Partial<GitlabSimulatorOptions> = {}): Promise<Shop> {
  const catalog = await loadCatalog("fixtures/catalogs/shop", diskFiles);
  const simulator = createGitlabSimulator({ catalog, clock: systemClock, ...options });
  const server = await serve(simulator, { port: 0 });
  const cwd = mkdtempSync(join(tmpdir(), "flowproof-"));
  return {
    url: server.url,
    simulator,
    cwd,
    tree: () => treeOf(cwd),
    async close() {
      await server.close();
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}

/** Every file below a folder by its path, sorted. */
function treeOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = paths
    .map((path) => path.slice(folder.length + 1))
    .toSorted()
    .map((path) => [path, readFileSync(join(folder, path), "utf8")] as const);
  return Object.fromEntries(texts);
}
