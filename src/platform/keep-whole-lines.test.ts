import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepWholeLines } from "./keep-whole-lines.ts";

let folder = "";
let path = "";
let broken = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-lines-"));
  path = join(folder, "a.jsonl");
  broken = join(folder, "a.jsonl.corrupt");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const isGood = (line: string): boolean => line.startsWith("+");

test.each([
  ["nothing", "", "", 0],
  ["whole lines", "+1\n+2\n", "", 2],
  ["a torn line", "+1\n+2", "+2", 1],
  ["a broken line at the end", "+1\n-2\n", "-2\n", 1],
  ["several, the last torn", "+1\n-2\n\n-3", "-2\n\n-3", 1],
  ["nothing whole", "-1\n-2\n", "-1\n-2\n", 0],
  ["characters of several bytes", "+ü\n+é\n\u{1F600}", "\u{1F600}", 2],
])("%s", (_name, text, tail, lines) => {
  writeFileSync(path, text);
  const movedBytes = Buffer.byteLength(tail);
  expect(keepWholeLines(path, broken, isGood)).toEqual({ lines, movedBytes });
  expect(readFileSync(path, "utf8")).toBe(text.slice(0, text.length - tail.length));
  expect(existsSync(broken) ? readFileSync(broken, "utf8") : "").toBe(tail);
});

test("wherever a file was cut, its whole lines are kept and the rest is moved", () => {
  const bytes = Buffer.from("+1\n+grüß\n+3\n");
  for (let length = 0; length <= bytes.length; length += 1) {
    rmSync(broken, { force: true });
    writeFileSync(path, bytes.subarray(0, length));
    const { movedBytes } = keepWholeLines(path, broken, isGood);
    const moved = existsSync(broken) ? readFileSync(broken) : Buffer.alloc(0);
    expect(Buffer.concat([readFileSync(path), moved])).toEqual(bytes.subarray(0, length));
    expect(moved).toHaveLength(movedBytes);
    expect(moved.includes("\n")).toBe(false);
  }
});

test("lines longer than what is read at once, and a long tail", () => {
  const long = `+${"x".repeat(600_000)}\n`;
  const tail = "\0".repeat(700_000);
  writeFileSync(path, long + long + tail);
  expect(keepWholeLines(path, broken, isGood)).toEqual({ lines: 2, movedBytes: tail.length });
  expect(readFileSync(path, "utf8")).toBe(long + long);
  expect(readFileSync(broken, "utf8")).toBe(tail);
});

test("what was moved before stays in front", () => {
  writeFileSync(broken, "old");
  writeFileSync(path, "+1\nnew");
  keepWholeLines(path, broken, isGood);
  expect(readFileSync(broken, "utf8")).toBe("oldnew");
});

test("a broken line with whole ones behind it is an error at its place, and nothing is touched", () => {
  writeFileSync(path, "+1\n-2\n+3\n-4\n");
  expect(() => keepWholeLines(path, broken, isGood)).toThrow(
    expect.objectContaining({ code: "JSONL_BROKEN", place: { file: path, line: 2 } }),
  );
  expect(readFileSync(path, "utf8")).toBe("+1\n-2\n+3\n-4\n");
  expect(existsSync(broken)).toBe(false);
});

test("a file that is not there", () => {
  expect(() => keepWholeLines(path, broken, isGood)).toThrow(
    expect.objectContaining({ code: "FILE_UNWRITABLE" }),
  );
});
