import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pruneFolder } from "./prune-folder.ts";

const isOurs = (path: string): boolean => /^a\/\d\.json$/.test(path);
const plenty = Number.MAX_SAFE_INTEGER;

test.each<[string, { readonly maxFiles: number; readonly maxBytes: number }, readonly string[]]>([
  ["nothing", { maxFiles: 4, maxBytes: 40 }, ["0.json", "1.json", "2.json", "3.json"]],
  ["by number", { maxFiles: 2, maxBytes: plenty }, ["2.json", "3.json"]],
  ["by size", { maxFiles: plenty, maxBytes: 35 }, ["1.json", "2.json", "3.json"]],
  ["all", { maxFiles: 0, maxBytes: plenty }, []],
])("the oldest files go first: %s", async (_, bounds, left) => {
  const folder = mkdtempSync(join(tmpdir(), "flowproof-prune-"));
  try {
    mkdirSync(join(folder, "a"));
    for (const index of [2, 0, 3, 1]) {
      const path = join(folder, "a", `${index}.json`);
      writeFileSync(path, "0123456789");
      utimesSync(path, 1000 + index, 1000 + index);
    }
    writeFileSync(join(folder, "a", "other.txt"), "not ours");
    writeFileSync(join(folder, "0.json"), "not ours either");
    expect(await pruneFolder(folder, bounds, isOurs)).toBe(4 - left.length);
    expect(readdirSync(join(folder, "a"))).toEqual([...left, "other.txt"]);
    expect(readdirSync(folder)).toEqual(["0.json", "a"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("what is not there has nothing to remove", async () => {
  const folder = join(tmpdir(), "flowproof-no-such-folder");
  await expect(pruneFolder(folder, { maxFiles: 1, maxBytes: 1 }, isOurs)).resolves.toBe(0);
});
