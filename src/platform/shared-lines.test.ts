import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appendSharedLines, readSharedLines, thinSharedLines } from "./shared-lines.ts";

const now = Date.UTC(2026, 0, 15);
let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-"));
  path = join(folder, "a.jsonl");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("what is appended is read back, and nothing where there is no file", async () => {
  expect(await readSharedLines(path)).toEqual([]);
  await appendSharedLines(path, ["1", "zwölf"]);
  await appendSharedLines(path, []);
  await appendSharedLines(path, ["3"]);
  expect(await readSharedLines(path)).toEqual(["1", "zwölf", "3"]);
  expect(readFileSync(path, "utf8")).toBe("1\nzwölf\n3\n");
});

test("a torn last line is not read, and what comes after it is a line of its own", async () => {
  writeFileSync(path, "1\n2\ntor");
  expect(await readSharedLines(path)).toEqual(["1", "2"]);
  await appendSharedLines(path, ["3"]);
  expect(await readSharedLines(path)).toEqual(["1", "2", "tor", "3"]);
});

test("thinning keeps the lines that are chosen, and leaves nothing else behind", async () => {
  await appendSharedLines(path, ["1", "2", "3"]);
  await thinSharedLines(path, (lines) => lines.slice(-2), now);
  expect(readFileSync(path, "utf8")).toBe("2\n3\n");
  expect(readdirSync(folder)).toEqual(["a.jsonl"]);
});

test("what is added to the file while it is thinned stays", async () => {
  await appendSharedLines(path, ["1", "2"]);
  const choose = (lines: readonly string[]): readonly string[] => {
    appendFileSync(path, "late\n");
    return lines.slice(-1);
  };
  await thinSharedLines(path, choose, now);
  expect(await readSharedLines(path)).toEqual(["2", "late"]);
});

test("many that add lines while others thin the file lose none of them", async () => {
  const lines = Array.from({ length: 300 }, (_, index) => `line ${index}`);
  const thin = async (): Promise<void> => {
    for (let round = 0; round < 40; round += 1) {
      if (existsSync(path)) await thinSharedLines(path, (all) => all, now);
    }
  };
  const add = async (own: readonly string[]): Promise<void> => {
    for (const line of own) await appendSharedLines(path, [line]);
  };
  const writers = Array.from({ length: 6 }, (_, part) => lines.slice(part * 50, part * 50 + 50));
  await Promise.all([...writers.map(add), thin(), thin()]);
  const found = new Set(await readSharedLines(path));
  expect(lines.filter((line) => !found.has(line))).toEqual([]);
  expect(readdirSync(folder)).toEqual(["a.jsonl"]);
});

test("who finds the lock of another leaves the file alone; an old lock is taken down", async () => {
  await appendSharedLines(path, ["1", "2"]);
  const lock = `${path}.lock`;
  writeFileSync(lock, "");
  utimesSync(lock, now / 1000, now / 1000);
  await thinSharedLines(path, () => [], now + 60_000);
  expect([await readSharedLines(path), existsSync(lock)]).toEqual([["1", "2"], true]);
  await thinSharedLines(path, () => [], now + 3_600_000);
  expect([await readSharedLines(path), existsSync(lock)]).toEqual([["1", "2"], false]);
  await thinSharedLines(path, () => [], now + 3_600_000);
  expect(await readSharedLines(path)).toEqual([]);
});

test("a file that cannot be written or read is an error with a code", async () => {
  await expect(appendSharedLines(join(folder, "no", "a.jsonl"), ["1"])).rejects.toMatchObject({
    code: "FILE_UNWRITABLE",
  });
  await expect(readSharedLines(folder)).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
});
