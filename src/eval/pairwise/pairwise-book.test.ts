import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRedactor } from "../../core/secrets/redactor.ts";
import type { PairRequest } from "./pair-requests.ts";
import { openPairwiseBook } from "./pairwise-book.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-pairwise-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, "pairwise.jsonl");
const open = (known: readonly string[] = []) => openPairwiseBook(folder, createRedactor({ known }));
const request = (key: string): PairRequest => ({
  key,
  suite: "s",
  case: "c",
  first: "a",
  plain: false,
  input: { question: [], first: [], second: [], criteria: [] },
});
const kept = (key: string) => ({ key, winner: "first", evidence: "e", reasoning: "r" }) as const;

test("what is kept is found by who opens it next, and in the file at once", async () => {
  const book = await open();
  await book.keep(request("k1"), "test/judge", kept("k1"));
  expect(JSON.parse(readFileSync(file(), "utf8"))).toMatchObject({
    version: 1,
    key: "k1",
    judge: "test/judge",
    first: "a",
    plain: false,
    winner: "first",
  });
  expect(book.find("k1")).toEqual(kept("k1"));
  expect((await open()).find("k1")).toEqual(kept("k1"));
  expect((await open()).find("k2")).toBeUndefined();
});

test.each([
  ["torn", '{"version":1,"key":"k2","win'],
  ["of another version", `${JSON.stringify({ version: 2, ...kept("k2") })}\n`],
  [
    "without a winner",
    `${JSON.stringify({ version: 1, key: "k2", evidence: "", reasoning: "" })}\n`,
  ],
  [
    "with a winner that there is not",
    `${JSON.stringify({ version: 1, ...kept("k2"), winner: "b" })}\n`,
  ],
  ["no object", "[]\n"],
])("a line that is %s is passed over, and what comes after it counts", async (_, line) => {
  await (await open()).keep(request("k1"), "j", kept("k1"));
  appendFileSync(file(), line);
  const book = await open();
  expect([book.find("k1") !== undefined, book.find("k2")]).toEqual([true, undefined]);
  await book.keep(request("k3"), "j", kept("k3"));
  expect((await open()).find("k3")).toEqual(kept("k3"));
});

test("no secret is written", async () => {
  const secret = "hunter2hunter2";
  const book = await open([secret]);
  const said = { ...kept("k1"), evidence: `token ${secret}`, reasoning: secret };
  await book.keep(request("k1"), "j", said);
  expect(readFileSync(file(), "utf8")).not.toContain(secret);
});
