import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../core/errors/app-error.ts";
import { diskFiles } from "./disk-files.ts";
import { ensureFolder } from "./ensure-folder.ts";
import { readError, writeError } from "./file-error.ts";
import { linkLatest, readLatest } from "./link-latest.ts";
import { readText, readTextIfExists } from "./read-text.ts";
import { removeFolder } from "./remove-folder.ts";
import { writeAtomic } from "./write-atomic.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function path(name: string): string {
  return join(folder, name);
}

/** The error that a promise is rejected with, which must be one for people. */
async function failure(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

describe("reading", () => {
  test.each<[string, Uint8Array | string, string]>([
    ["text", "grüß\r\n\tgott\n", "grüß\r\n\tgott\n"],
    ["nothing", "", ""],
    ["a byte order mark", "\uFEFFa: 1", "a: 1"],
    ["NUL", "a\0b", "a\0b"],
  ])("%s", async (_name, content, text) => {
    writeFileSync(path("a.txt"), content);
    expect(await readText(path("a.txt"))).toBe(text);
    expect(await diskFiles.read(path("a.txt"))).toBe(text);
  });

  test("a file that does not exist", async () => {
    for (const missing of [path("none.yml"), path("none/a.yml")]) {
      expect(await failure(readText(missing))).toMatchObject({
        code: "FILE_NOT_FOUND",
        message: `there is no file "${missing}"`,
      });
      expect(await readTextIfExists(missing)).toBeUndefined();
      expect(await diskFiles.read(missing)).toBeUndefined();
    }
  });

  test("a path through a file", async () => {
    writeFileSync(path("a"), "");
    expect(await readTextIfExists(path("a/b"))).toBeUndefined();
  });

  test("a folder", async () => {
    expect(await failure(readText(folder))).toMatchObject({ code: "FILE_UNREADABLE" });
    expect(await failure(readTextIfExists(folder))).toMatchObject({ code: "FILE_UNREADABLE" });
  });

  test("a device, which has no end", async () => {
    expect(await failure(readText("/dev/zero"))).toMatchObject({ code: "FILE_UNREADABLE" });
  });

  test("what is not UTF-8", async () => {
    writeFileSync(path("a"), Uint8Array.of(0x67, 0xfc));
    expect(await failure(readText(path("a")))).toMatchObject({ code: "FILE_NOT_TEXT" });
  });

  test("what is too large is not read at all", async () => {
    writeFileSync(path("a"), "");
    const { truncate } = await import("node:fs/promises");
    await truncate(path("a"), 100 * 1024 * 1024);
    expect(await failure(readText(path("a")))).toMatchObject({ code: "FILE_TOO_LARGE" });
  });

  test("the entries of a folder are sorted; what is no folder has none", async () => {
    for (const name of ["b", "a.yml", "C", "ä"]) writeFileSync(path(name), "");
    mkdirSync(path("folder"));
    expect(await diskFiles.list(folder)).toEqual(["C", "a.yml", "b", "folder", "ä"]);
    expect(await diskFiles.list(path("none"))).toEqual([]);
    expect(await diskFiles.list(path("a.yml"))).toEqual([]);
  });
});

test("a path leads where its links lead", async () => {
  mkdirSync(path("a"));
  writeFileSync(path("a/b"), "");
  symlinkSync("a", path("to-a"));
  symlinkSync("to-a/b", path("to-b"));
  symlinkSync("circle", path("circle"));
  symlinkSync("none", path("to-none"));
  const real = async (name: string): Promise<string | undefined> => {
    return diskFiles.realPath?.(path(name));
  };
  const end = await real("a/b");
  expect(end).toMatch(/a.b$/);
  for (const name of ["to-a/b", "to-b"]) expect(await real(name)).toBe(end);
  for (const name of ["circle", "to-none", "none", "a/b/c"]) {
    expect(await real(name)).toBeUndefined();
  }
});

describe("writing", () => {
  test("a new file, and over an old one", async () => {
    await writeAtomic(path("a"), "one");
    await writeAtomic(path("a"), "grüß");
    expect(readFileSync(path("a"), "utf8")).toBe("grüß");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test("a file in pieces, small and large", async () => {
    const pieces = ["grüß", "", "x".repeat(300_000), "\n", "y".repeat(300_000), "end"];
    await writeAtomic(path("a"), pieces);
    expect(readFileSync(path("a"), "utf8")).toBe(pieces.join(""));
    await writeAtomic(path("a"), []);
    expect(readFileSync(path("a"), "utf8")).toBe("");
  });

  test("permissions stay", async () => {
    writeFileSync(path("a"), "one");
    chmodSync(path("a"), 0o666);
    await writeAtomic(path("a"), "two");
    expect(statSync(path("a")).mode & 0o777).toBe(0o666);
  });

  test("where a folder stands, nothing changes", async () => {
    mkdirSync(path("a"));
    writeFileSync(path("a/b"), "kept");
    expect(await failure(writeAtomic(path("a"), "x"))).toMatchObject({ code: "FILE_UNWRITABLE" });
    expect(readFileSync(path("a/b"), "utf8")).toBe("kept");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  test.each([
    ["into a folder that is missing", "none/a", "the folder does not exist"],
    ["below a file", "file/a", "a file stands where a folder is needed"],
  ])("%s", async (_name, target, message) => {
    writeFileSync(path("file"), "");
    const error = await failure(writeAtomic(path(target), "x"));
    expect(error).toMatchObject({ code: "FILE_UNWRITABLE" });
    expect(error.message).toContain(message);
    expect(readdirSync(folder)).toEqual(["file"]);
  });

  test("readers see the old text or the new one, never a part", async () => {
    const texts = ["a", "b"].map((letter) => letter.repeat(300_000));
    await writeAtomic(path("a"), texts[0] ?? "");
    const writes = (async () => {
      for (let index = 1; index < 10; index += 1)
        await writeAtomic(path("a"), texts[index % 2] ?? "");
    })();
    for (let index = 0; index < 20; index += 1) expect(texts).toContain(await readText(path("a")));
    await writes;
  });

  test("a folder is removed with what is in it, and nothing beside it", async () => {
    await ensureFolder(path("a/b"));
    writeFileSync(path("a/b/c"), "");
    symlinkSync(path("kept"), path("a/link"));
    mkdirSync(path("kept"));
    await removeFolder(path("a"));
    await removeFolder(path("a"));
    expect(readdirSync(folder)).toEqual(["kept"]);
    writeFileSync(path("file"), "");
    expect(await failure(removeFolder(path("file/a")))).toMatchObject({ code: "FILE_UNWRITABLE" });
  });

  test("folders are made with those above them", async () => {
    await ensureFolder(path("a/b/c"));
    await ensureFolder(path("a/b/c"));
    expect(statSync(path("a/b/c")).isDirectory()).toBe(true);
    writeFileSync(path("file"), "");
    expect(await failure(ensureFolder(path("file/a")))).toMatchObject({ code: "FILE_UNWRITABLE" });
    expect(await failure(ensureFolder(path("file")))).toMatchObject({ code: "FILE_UNWRITABLE" });
  });
});

describe("reports/latest", () => {
  test("names a run, then another", async () => {
    mkdirSync(path("run-1"));
    writeFileSync(path("run-1/run.json"), "{}");
    await linkLatest(folder, "run-1");
    expect(readFileSync(path("latest/run.json"), "utf8")).toBe("{}");
    await linkLatest(folder, "run-2");
    expect(readlinkSync(path("latest"))).toBe("run-2");
    expect(await readLatest(folder)).toBe("run-2");
    expect(readdirSync(folder).toSorted()).toEqual(["latest", "run-1"]);
  });

  test("can be a text file", async () => {
    writeFileSync(path("latest"), "run-3\n");
    expect(await readLatest(folder)).toBe("run-3");
    await linkLatest(folder, "run-4");
    expect(await readLatest(folder)).toBe("run-4");
  });

  test("becomes a text file where no link can be made", async () => {
    await linkLatest(folder, "run-1");
    // A link cannot hold that much.
    const long = "r".repeat(5000);
    await linkLatest(folder, long);
    expect(readFileSync(path("latest"), "utf8")).toBe(`${long}\n`);
    expect(await readLatest(folder)).toBe(long);
    expect(readdirSync(folder)).toEqual(["latest"]);
  });

  test("names nothing outside the folder", async () => {
    symlinkSync("../../etc/run-5", path("latest"));
    expect(await readLatest(folder)).toBe("run-5");
  });

  test("is missing, or is a folder that somebody made", async () => {
    expect(await readLatest(folder)).toBeUndefined();
    expect(await readLatest(path("none"))).toBeUndefined();
    mkdirSync(path("latest"));
    expect(await readLatest(folder)).toBeUndefined();
    expect(await failure(linkLatest(folder, "run-6"))).toMatchObject({ code: "FILE_UNWRITABLE" });
    expect(readdirSync(folder)).toEqual(["latest"]);
  });

  test("needs its folder", async () => {
    expect(await failure(linkLatest(path("none"), "run-7"))).toMatchObject({
      code: "FILE_UNWRITABLE",
    });
  });
});

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: failed`), { code });
}

describe("system errors", () => {
  test.each([
    ["ENOENT", "FILE_NOT_FOUND", "FILE_UNWRITABLE"],
    ["EACCES", "FILE_UNREADABLE", "FILE_UNWRITABLE"],
    ["EISDIR", "FILE_UNREADABLE", "FILE_UNWRITABLE"],
    ["ENOSPC", "FILE_UNREADABLE", "DISK_FULL"],
    ["EDQUOT", "FILE_UNREADABLE", "DISK_FULL"],
    ["EROFS", "FILE_UNREADABLE", "FILE_UNWRITABLE"],
    ["EMFILE", "FILE_UNREADABLE", "FILE_UNWRITABLE"],
    ["constructor", "FILE_UNREADABLE", "FILE_UNWRITABLE"],
  ])("%s", (errno, reading, writing) => {
    for (const [error, code] of [
      [readError("a/b", systemError(errno)), reading],
      [writeError("a/b", systemError(errno)), writing],
    ] as const) {
      expect(error.code).toBe(code);
      expect(error.message).toMatch(/^[a-z].*"a\/b"/);
      expect(error.hint).toBeDefined();
      expect(error.cause).toBeInstanceOf(Error);
    }
  });

  test("what is explained already is not explained again", () => {
    const error = new AppError("FILE_NOT_TEXT", "x");
    expect(readError("a", error)).toBe(error);
    expect(writeError("a", error)).toBe(error);
  });

  test("what is no system error keeps its message", () => {
    expect(readError("a", new Error("odd")).message).toBe('cannot read "a" (odd)');
    expect(writeError("a", "odd").message).toBe('cannot write "a" (odd)');
  });
});
