import {
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
import { AppError } from "../../core/errors/app-error.ts";
import { claimName, journalName, stagedName, stagePrefix } from "./journal.ts";
import { recoverWrites } from "./recover-writes.ts";
import { writeTogether } from "./write-together.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "flowproof-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function contents(): Record<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")] as const),
  );
}

/** A stage as a program that was killed leaves it: of a process that is no more. */
function leaveStage(files: Readonly<Record<string, string>>, pid = 4_194_305): void {
  const stage = join(root, `${stagePrefix}${pid}-x`);
  mkdirSync(stage);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(stage, name), text);
}

test("writes everything, makes folders, leaves nothing else", async () => {
  writeFileSync(join(root, "lock"), "old");
  await writeTogether(root, [
    { path: "a/b/1.yml", text: "one" },
    { path: "lock", text: "new" },
  ]);
  expect(contents()).toEqual({ "a/b/1.yml": "one", lock: "new" });
});

test("writes nothing when the last check fails, or a folder cannot be made", async () => {
  writeFileSync(join(root, "lock"), "old");
  const changed = new AppError("FILE_UNWRITABLE", "changed meanwhile");
  const writes = [{ path: "a/1.yml", text: "one" }];
  await expect(writeTogether(root, writes, () => Promise.reject(changed))).rejects.toBe(changed);
  await expect(
    writeTogether(root, [...writes, { path: "lock/2.yml", text: "two" }]),
  ).rejects.toThrow(AppError);
  expect(contents()).toEqual({ lock: "old" });
});

test.each(["../x", "/x", "a/../../x"])("%s leads out of the folder", async (path) => {
  await expect(writeTogether(root, [{ path, text: "" }])).rejects.toThrow(/leads out/);
  expect(contents()).toEqual({});
});

test("links are neither followed out of the folder nor replaced", async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "flowproof-"));
  symlinkSync(elsewhere, join(root, "a"));
  symlinkSync(join(elsewhere, "x"), join(root, "b"));
  await expect(writeTogether(root, [{ path: "a/1.yml", text: "" }])).rejects.toThrow(/leads out/);
  await expect(writeTogether(root, [{ path: "b", text: "" }])).rejects.toThrow(/no file/);
  expect(readdirSync(elsewhere)).toEqual([]);
  rmSync(elsewhere, { recursive: true });
});

test("finishes what was committed", async () => {
  leaveStage({
    [stagedName(1)]: "new",
    [journalName]: JSON.stringify({ paths: ["a/1.yml", "lock"] }),
  });
  writeFileSync(join(root, "lock"), "old");
  expect(await recoverWrites(root)).toBe(true);
  expect(contents()).toEqual({ lock: "new" });
});

test.each([
  ["nothing was committed", { [stagedName(0)]: "new" }],
  ["the journal is torn", { [stagedName(0)]: "new", [journalName]: '{"paths":["lo' }],
  ["the journal leads out", { [stagedName(0)]: "x", [journalName]: '{"paths":["../x"]}' }],
])("forgets where %s", async (_, files) => {
  leaveStage(files);
  writeFileSync(join(root, "lock"), "old");
  expect(await recoverWrites(root)).toBe(false);
  expect(contents()).toEqual({ lock: "old" });
});

test("a committed write does not follow a link out of the folder", async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), "flowproof-"));
  symlinkSync(elsewhere, join(root, "a"));
  leaveStage({ [stagedName(0)]: "x", [journalName]: '{"paths":["a/1.yml"]}' });
  await expect(recoverWrites(root)).rejects.toThrow(/leads out/);
  expect(readdirSync(elsewhere)).toEqual([]);
  rmSync(elsewhere, { recursive: true });
});

test("leaves the writes of a running program alone", async () => {
  leaveStage({ [stagedName(0)]: "new" }, process.ppid);
  await recoverWrites(root);
  expect(Object.keys(contents())).toHaveLength(1);
});

test("of two that write at the same time only one gets to it", async () => {
  leaveStage({ [claimName]: "" }, process.ppid);
  await expect(writeTogether(root, [{ path: "a.yml", text: "one" }])).rejects.toThrow(
    /another program is writing/,
  );
  expect(Object.keys(contents())).not.toContain("a.yml");
});

test("the claim of a program that is no more counts for nothing", async () => {
  leaveStage({ [claimName]: "" });
  await writeTogether(root, [{ path: "a.yml", text: "one" }]);
  expect(contents()["a.yml"]).toBe("one");
});

test("there is nothing to finish in a folder that is not there", async () => {
  expect(await recoverWrites(join(root, "none"))).toBe(false);
});
