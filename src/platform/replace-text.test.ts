import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { replaceText } from "./replace-text.ts";

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "flowproof-"));
  folder = join(root, "project");
  mkdirSync(join(folder, "flows"), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function replace(path: string, expected = "old\n"): ReturnType<typeof replaceText> {
  return replaceText({ path, expected, text: "new\n", folder });
}

test.each([
  ["a file", "old\n", "new\n"],
  ["a file with a byte order mark", "\uFEFFold\n", "\uFEFFnew\n"],
])("%s is replaced", async (_, before, after) => {
  const path = join(folder, "flows/a.yml");
  writeFileSync(path, before);
  expect(await replace(path)).toBe("replaced");
  expect(readFileSync(path, "utf8")).toBe(after);
  expect(readdirSync(join(folder, "flows"))).toEqual(["a.yml"]);
});

test.each(["older\n", "", "\uFEFF\uFEFFold\n"])(
  "a file that says %j by now is not",
  async (text) => {
    const path = join(folder, "a.yml");
    writeFileSync(path, text);
    expect(await replace(path)).toBe("changed");
    expect(readFileSync(path, "utf8")).toBe(text);
  },
);

test("bytes that are no text are not replaced", async () => {
  const path = join(folder, "a.yml");
  writeFileSync(path, Buffer.from([0x6f, 0xff]));
  expect(await replace(path, "o\uFFFD")).toBe("changed");
});

test.each([
  ["a file", "flows/a.yml"],
  ["a folder", "linked/a.yml"],
])("a link to %s elsewhere is not followed", async (_, name) => {
  const outside = join(root, "outside");
  mkdirSync(outside);
  writeFileSync(join(outside, "a.yml"), "old\n");
  symlinkSync(join(outside, "a.yml"), join(folder, "flows/a.yml"));
  symlinkSync(outside, join(folder, "linked"));
  expect(await replace(join(folder, name))).toBe("led_out");
  expect(readFileSync(join(outside, "a.yml"), "utf8")).toBe("old\n");
});

test("a link within the folder stays one", async () => {
  writeFileSync(join(folder, "a.yml"), "old\n");
  symlinkSync("../a.yml", join(folder, "flows/a.yml"));
  expect(await replace(join(folder, "flows/a.yml"))).toBe("replaced");
  expect(readFileSync(join(folder, "a.yml"), "utf8")).toBe("new\n");
  expect(lstatSync(join(folder, "flows/a.yml")).isSymbolicLink()).toBe(true);
});

test("a file outside of the folder may be named, but not led away from", async () => {
  const path = join(root, "a.yml");
  writeFileSync(path, "old\n");
  expect(await replace(path)).toBe("replaced");
  mkdirSync(join(root, "other"));
  symlinkSync(path, join(root, "other/a.yml"));
  expect(await replace(join(root, "other/a.yml"), "new\n")).toBe("led_out");
});

test("a file that is gone is told", async () => {
  await expect(replace(join(folder, "a.yml"))).rejects.toMatchObject({ code: "FILE_NOT_FOUND" });
});

test("where the new text stands already, nothing is written", async () => {
  const path = join(folder, "a.yml");
  writeFileSync(path, "\uFEFFnew\n");
  const { ino } = lstatSync(path);
  expect(await replace(path)).toBe("replaced");
  expect(readFileSync(path, "utf8")).toBe("\uFEFFnew\n");
  expect(lstatSync(path).ino).toBe(ino);
});
