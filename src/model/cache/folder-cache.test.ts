import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { made } from "../../../fixtures/made-secrets.ts";
import { createRedactor } from "../../core/secrets/redactor.ts";
import type { ChatReply } from "../chat.ts";
import { FolderCache } from "./folder-cache.ts";

let folder = "";
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "flowproof-cache-")), "cache");
});
afterEach(() => {
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

const secret = `word-${made(12)}`;
const open = (): FolderCache =>
  new FolderCache({ folder, epoch: "", redactor: createRedactor({ known: [secret] }) });

const key = "ab".padEnd(64, "0");
const reply: ChatReply = {
  parts: [
    { type: "text", text: "Let me look." },
    { type: "tool_call", id: "c1", name: "look", args: { z: 1, a: { deep: [null, "Ä"] } } },
  ],
  stopReason: "tool_use",
  usage: { inputTokens: 1, outputTokens: 2, cacheReadTokens: 3, cacheWriteTokens: 4 },
  servedModel: "m-1",
  requestId: "req_1",
  firstTokenMs: 1.5,
  activeMs: 10,
  waitMs: 0,
  attempts: 2,
};
const fileOf = (name: string): string => join(folder, "ab", name);

test("a reply comes back as it was, from a file of its own with sorted keys", async () => {
  await open().write(key, reply);
  expect(readdirSync(join(folder, "ab"))).toEqual([`${key}.json`]);
  const text = readFileSync(fileOf(`${key}.json`), "utf8");
  expect(text).toMatch(/^\{"key":".*"args":\{"a":\{.*"z":1\}.*\n$/u);
  const later = open();
  expect(await later.read(key)).toEqual(reply);
  expect(await later.read("cd".padEnd(64, "0"))).toBeUndefined();
  expect(await later.close()).toEqual(["cache: 1 reply known, 0 kept for the next run"]);
});

test.each<[string, (text: string) => string]>([
  ["cut", (text) => text.slice(0, -20)],
  ["empty", () => ""],
  ["of another version", (text) => text.replace('"version":1', '"version":2')],
  ["of another key", (text) => text.replace(key, "f".repeat(64))],
  ["without usage", (text) => text.replace('"usage"', '"used"')],
  ["with a part of no kind", (text) => text.replace('"type":"text"', '"type":"image"')],
  ["with negative tokens", (text) => text.replace('"inputTokens":1', '"inputTokens":-1')],
])("a file that is %s is left unread, said, and written anew", async (_, damage) => {
  await open().write(key, reply);
  const path = fileOf(`${key}.json`);
  writeFileSync(path, damage(readFileSync(path, "utf8")));
  const cache = open();
  expect(await cache.read(key)).toBeUndefined();
  await cache.write(key, reply);
  expect(await cache.read(key)).toEqual(reply);
  expect(await cache.close()).toContain("cache: 1 damaged files were left unread");
});

test.each<[string, ChatReply["parts"]]>([
  ["in its text", [{ type: "text", text: `It is ${secret}!` }]],
  ["in a call", [{ type: "tool_call", id: "1", name: "look", args: { token: secret } }]],
  ["that only looks like one", [{ type: "text", text: `glpat-${made(20)}` }]],
])("a reply with a secret %s is not kept", async (_, parts) => {
  const cache = open();
  await cache.write(key, { ...reply, parts });
  expect(await cache.read(key)).toBeUndefined();
  expect(await cache.close()).toContain("cache: 1 reply with a secret not kept");
});

test("of what is too much only its own files go, whatever else the folder has", async () => {
  mkdirSync(join(folder, "src"), { recursive: true });
  const others = ["package.json", `${key}.json`, "src/a.json", `src/${key}.json`];
  for (const name of others) writeFileSync(join(folder, name), "{}");
  const redactor = createRedactor({ known: [] });
  const bounds = { maxFiles: 1, maxBytes: 1_000_000 };
  const cache = new FolderCache({ folder, epoch: "", redactor, bounds });
  for (const start of ["ab", "cd", "ef"]) await cache.write(start.padEnd(64, "0"), reply);
  expect(await cache.close()).toContain("cache: 2 of the oldest removed");
  for (const name of others) expect(readFileSync(join(folder, name), "utf8")).toBe("{}");
});

test("two may write the same at the same time", async () => {
  const caches = [open(), open(), open(), open()];
  await Promise.all(caches.map((cache) => cache.write(key, reply)));
  expect(await open().read(key)).toEqual(reply);
  expect(readdirSync(join(folder, "ab"))).toHaveLength(1);
});

test("a folder that cannot be written is said once, and nothing fails", async () => {
  writeFileSync(folder, "a file stands here");
  const cache = open();
  expect(await cache.read(key)).toBeUndefined();
  await cache.write(key, reply);
  await cache.write(key, reply);
  const notes = await cache.close();
  expect(notes[0]).toBe("cache: 0 replies known, 0 kept for the next run");
  expect(notes).toHaveLength(2);
  expect(notes[1]).toContain(folder);
  chmodSync(folder, 0o644);
});
