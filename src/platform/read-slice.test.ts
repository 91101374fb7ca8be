import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openJsonl } from "./jsonl-file.ts";
import { streamJsonl } from "./read-jsonl.ts";
import { readSlice } from "./read-slice.ts";

let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-"));
  path = join(folder, "events.jsonl");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Longer than what is read at once, and with characters of one to four bytes. */
const lines = ["1", '"grüß €😀"', JSON.stringify("é".repeat(200_000)), "[]"];

test("a line is read from where it was put, also behind lines that came before or with it", async () => {
  writeFileSync(path, '"there before"\n"torn');
  const file = await openJsonl(path);
  const slices = lines.map((line) => {
    file.appendSoon('"soon ✓"');
    return file.appendLine(line);
  });
  await file.close();
  expect(slices.map((slice) => readSlice(path, slice))).toEqual(lines);
});

test("a stream tells where each value stands", async () => {
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  const read: string[] = [];
  for await (const values of streamJsonl(path)) {
    for (const { value, slice } of values) {
      const text = readSlice(path, slice);
      expect(JSON.parse(text)).toEqual(value);
      read.push(text);
    }
  }
  expect(read).toEqual(lines);
});

test("what is behind the end of a file is left out, and a missing file is an error", () => {
  writeFileSync(path, "abc");
  expect(readSlice(path, { start: 1, length: 10 })).toBe("bc");
  expect(readSlice(path, { start: 7, length: 1 })).toBe("");
  expect(() => readSlice(join(folder, "none"), { start: 0, length: 1 })).toThrow(
    expect.objectContaining({ code: "FILE_NOT_FOUND" }),
  );
});
