import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { entry } from "../../../fixtures/eval/history-entry.ts";
import { readHistory } from "./history-book.ts";
import { historyFile } from "./history-file.ts";
import { maxRuns } from "./kept-entries.ts";
import { writeHistory } from "./write-history.ts";

const now = Date.UTC(2026, 0, 15);
const series = { suite: "one", case: "a", target: "default", kind: "live" } as const;
let cwd = "";
let folder = "";

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "flowproof-"));
  folder = join(cwd, ".flowproof", "history");
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const read = async () => readHistory(folder, ["one", "two"], cwd);

test("what is written is read back by case, target and kind, and nothing where there is none", async () => {
  const none = await read();
  expect([none.entriesOf(series), none.notes]).toEqual([[], []]);
  const entries = [
    entry(1, ["pass"]),
    entry(1, ["fail"], { case: "b" }),
    entry(1, ["fail"], { kind: "scripted" }),
    entry(1, ["fail"], { target: "chat" }),
    entry(1, ["fail"], { suite: "two" }),
  ];
  expect(await writeHistory(folder, entries, now)).toEqual([]);
  const book = await read();
  expect(book.notes).toEqual([]);
  expect(book.entriesOf(series)).toEqual([entries[0]]);
  expect(book.entriesOf({ ...series, kind: "scripted" })).toEqual([entries[2]]);
  expect(book.entriesOf({ ...series, suite: "two" })).toEqual([entries[4]]);
});

test("a run that is written twice, as after a resume, counts as it was in the end", async () => {
  await writeHistory(folder, [entry(1, ["fail"])], now);
  await writeHistory(folder, [entry(1, ["fail", "pass"])], now);
  const book = await read();
  expect(book.entriesOf(series)).toEqual([entry(1, ["fail", "pass"])]);
});

test("only the last runs are remembered, of each case its own, and the file stays bounded", async () => {
  await writeHistory(folder, [entry(0, ["fail"], { case: "rare" })], now);
  for (let run = 1; run <= 5 * maxRuns; run += 1)
    await writeHistory(folder, [entry(run, ["pass"])], now);
  const book = await read();
  const runs = book.entriesOf(series).map((each) => each.run);
  expect(runs).toHaveLength(maxRuns);
  expect([runs[0], runs.at(-1)]).toEqual([`run-${4 * maxRuns + 1}`, `run-${5 * maxRuns}`]);
  expect(book.entriesOf({ ...series, case: "rare" })).toHaveLength(1);
  const lines = readFileSync(join(folder, "one.jsonl"), "utf8").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(2 * (maxRuns + 1));
});

const good = JSON.stringify(entry(1, ["pass"]));
test.each<[string, string]>([
  ["no JSON", "{"],
  ["no object", "[]"],
  ["a later version", good.replace('"version":1', '"version":2')],
  ["an unknown key", good.replace("{", '{"answer":"42",')],
  ["a key of objects", good.replace("{", '{"__proto__":{"x":1},')],
  ["an outcome that does not exist", good.replace('"outcome":"pass"', '"outcome":"fine"')],
  ["negative counts", good.replace('"requests":2', '"requests":-2')],
  ["numbers that are none", good.replace('"activeMs":5', '"activeMs":1e999')],
  ["another suite", good.replace('"suite":"one"', '"suite":"three"')],
  ["a torn line between others", good.slice(0, 80)],
])("a line of %s is passed over with a note", async (_, line) => {
  await writeHistory(folder, [entry(1, ["pass"]), entry(2, ["fail"]), entry(3, ["pass"])], now);
  appendFileSync(join(folder, "one.jsonl"), `${line}\n${JSON.stringify(entry(4, ["pass"]))}\n`);
  const book = await read();
  expect(book.entriesOf(series).map(({ run }) => run)).toEqual([
    "run-1",
    "run-2",
    "run-3",
    "run-4",
  ]);
  expect(book.notes).toEqual([
    ".flowproof/history/one.jsonl has a line that is no history of a known version: passed over",
  ]);
});

test("a torn last line, as a kill leaves it, is nothing to tell", async () => {
  await writeHistory(folder, [entry(1, ["pass"])], now);
  appendFileSync(join(folder, "one.jsonl"), good.slice(0, 50));
  const book = await read();
  expect([book.entriesOf(series).length, book.notes]).toEqual([1, []]);
});

test("a folder that cannot be written is a note and no error", async () => {
  mkdirSync(join(cwd, ".flowproof"));
  writeFileSync(folder, "a file in its place");
  const [note] = await writeHistory(folder, [entry(1, ["pass"])], now);
  expect(note).toContain("no history is kept of this run: ");
  rmSync(folder);
  chmodSync(join(cwd, ".flowproof"), 0o500);
  try {
    const notes = await writeHistory(folder, [entry(1, ["pass"])], now);
    // Whoever may do everything can write there all the same.
    expect(notes.length).toBe(existsSync(join(folder, "one.jsonl")) ? 0 : 1);
  } finally {
    chmodSync(join(cwd, ".flowproof"), 0o700);
  }
});

test("a history that cannot be read is a note", async () => {
  mkdirSync(join(folder, "one.jsonl"), { recursive: true });
  expect((await read()).notes).toEqual([expect.stringContaining("no history is read: ")]);
});

test("no name of a suite leads out of the folder", () => {
  expect(historyFile("issue-counts")).toBe("issue-counts.jsonl");
  for (const name of ["../x", "a/b", "", "x".repeat(300), ".."]) {
    expect(historyFile(name)).toMatch(/^[0-9a-f]{64}\.jsonl$/u);
  }
});
