import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { JsonValue } from "../core/json.ts";
import { type ByteSink, lineAppender, openJsonl } from "./jsonl-file.ts";
import { readJsonl } from "./read-jsonl.ts";

let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-"));
  path = join(folder, "events.jsonl");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const values: readonly JsonValue[] = [
  { a: 1 },
  "grüß\n\u2028😀",
  null,
  [],
  { b: "x".repeat(200_000) },
  7,
];

async function write(items: readonly JsonValue[]): Promise<void> {
  const file = await openJsonl(path);
  for (const item of items) file.append(item);
  await file.close();
}

test("what is appended is read back", async () => {
  await write(values);
  expect(await readJsonl(path)).toEqual({ values, torn: false });
});

test("a line is in the file as soon as it is appended", async () => {
  const file = await openJsonl(path);
  file.append({ a: 1 });
  expect(readFileSync(path, "utf8")).toBe('{"a":1}\n');
  file.appendLine('{"a":2}');
  expect(readFileSync(path, "utf8")).toBe('{"a":1}\n{"a":2}\n');
  await file.close();
  await file.close();
});

test("lines that may come soon are written together, in their order, before anything after them", async () => {
  const file = await openJsonl(path);
  file.appendSoon("1");
  file.appendSoon("2");
  expect(readFileSync(path, "utf8")).toBe("");
  await new Promise((resolve) => setImmediate(resolve));
  expect(readFileSync(path, "utf8")).toBe("1\n2\n");
  file.appendSoon("3");
  file.append(4);
  expect(readFileSync(path, "utf8")).toBe("1\n2\n3\n4\n");
  file.appendSoon("5");
  await file.close();
  expect(readFileSync(path, "utf8")).toBe("1\n2\n3\n4\n5\n");
});

test("opening again goes on where it ended", async () => {
  await write([1, 2]);
  await write([3]);
  expect(await readJsonl(path)).toEqual({ values: [1, 2, 3], torn: false });
});

test("an empty file has no values", async () => {
  await write([]);
  expect(await readJsonl(path)).toEqual({ values: [], torn: false });
});

describe("a torn last line", () => {
  const content = '{"a":1}\n{"b":"grüß"}\n';

  test("is dropped on reading wherever the file was cut, and cut off on opening", async () => {
    const bytes = Buffer.from(content);
    const second = content.indexOf("\n") + 1;
    for (let length = 0; length <= bytes.length; length += 1) {
      writeFileSync(path, bytes.subarray(0, length));
      const whole =
        length === bytes.length ? [{ a: 1 }, { b: "grüß" }] : length >= second ? [{ a: 1 }] : [];
      const torn = ![0, second, bytes.length].includes(length);
      expect(await readJsonl(path)).toEqual({ values: whole, torn });
      await write(["next"]);
      expect(await readJsonl(path)).toEqual({ values: [...whole, "next"], torn: false });
    }
  });

  test.each([70_000, 65_536, 65_535, 200_000])("of %i bytes is cut off too", async (length) => {
    await write([1]);
    appendFileSync(path, "x".repeat(length));
    await write([2]);
    expect(await readJsonl(path)).toEqual({ values: [1, 2], torn: false });
  });

  test("can be all there is", async () => {
    writeFileSync(path, "x".repeat(100_000));
    await write([2]);
    expect(await readJsonl(path)).toEqual({ values: [2], torn: false });
  });
});

test.each([
  ["in the middle", '1\n{"a":\n3\n', 2],
  ["at the end, with a newline", "1\n2\nx\n", 3],
  ["empty", "1\n\n3\n", 2],
])("a complete line that is not JSON is an error: %s", async (_name, content, line) => {
  writeFileSync(path, content);
  const error: unknown = await readJsonl(path).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "JSONL_BROKEN", place: { file: path, line } });
});

test("a file that is missing, a folder", async () => {
  await expect(readJsonl(join(folder, "none"))).rejects.toMatchObject({ code: "FILE_NOT_FOUND" });
  await expect(readJsonl(folder)).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
  await expect(openJsonl(folder)).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
  await expect(openJsonl(join(folder, "none/a"))).rejects.toMatchObject({
    code: "FILE_UNWRITABLE",
  });
});

/** A file in memory on a disk with so much room; it takes a part of what does not fit, as the system does. */
function disk(room: number): ByteSink & { text: () => string; room: number } {
  let bytes = Buffer.alloc(0);
  const sink = {
    room,
    write(more: Uint8Array) {
      const fits = Math.min(more.length, sink.room - bytes.length);
      if (fits === 0) throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
      bytes = Buffer.concat([bytes, more.subarray(0, fits)]);
      return fits;
    },
    truncate(length: number) {
      bytes = bytes.subarray(0, length);
    },
    text: () => bytes.toString(),
  };
  return sink;
}

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("a full disk", () => {
  test("takes whole lines or nothing, and goes on when there is room again", () => {
    for (let room = 0; room < 20; room += 1) {
      const sink = disk(room);
      const append = lineAppender(sink, "a.jsonl", 0);
      const errors = [1, 2].map(() => thrownBy(() => append("123456")));
      const fitting = Math.min(2, Math.floor(room / 7));
      expect(sink.text()).toBe("123456\n".repeat(fitting));
      expect(errors.filter((error) => error === undefined)).toHaveLength(fitting);
      expect(errors.slice(fitting)).toEqual(
        errors.slice(fitting).map(() => expect.objectContaining({ code: "DISK_FULL" })),
      );
      sink.room = 1000;
      append("more");
      expect(sink.text()).toBe(`${"123456\n".repeat(fitting)}more\n`);
    }
  });

  test("is told also where nothing can be taken back", () => {
    const sink = disk(3);
    sink.truncate = () => {
      throw new Error("no");
    };
    expect(() => {
      lineAppender(sink, "a", 0)("123456");
    }).toThrow(expect.objectContaining({ code: "DISK_FULL" }));
  });

  test("a write that is taken in parts is completed", () => {
    const parts: number[] = [];
    const sink: ByteSink = {
      write: (bytes) => {
        const taken = Math.min(bytes.length, 3);
        parts.push(taken);
        return taken;
      },
      truncate: () => undefined,
    };
    lineAppender(sink, "a", 0)("1234567");
    expect(parts).toEqual([3, 3, 2]);
  });

  // Linux has a device for it.
  test.skipIf(process.platform !== "linux")("a real one", async () => {
    const file = await openJsonl("/dev/full");
    expect(() => {
      file.append({ a: 1 });
    }).toThrow(expect.objectContaining({ code: "DISK_FULL" }));
    await file.close();
  });

  test.skipIf(process.platform !== "linux")("a real one, seen by the call after", async () => {
    const file = await openJsonl("/dev/full");
    const full = expect.objectContaining({ code: "DISK_FULL" });
    file.appendSoon("1");
    await new Promise((resolve) => setImmediate(resolve));
    expect(() => file.appendSoon("2")).toThrow(full);
    expect(() => file.append(3)).toThrow(full);
    await expect(file.close()).rejects.toThrow(full);
  });
});

test("a file that shrank under us is not damaged further", async () => {
  const file = await openJsonl(path);
  file.append(1);
  truncateSync(path, 0);
  file.append(2);
  await file.close();
  expect(await readJsonl(path)).toEqual({ values: [2], torn: false });
});
