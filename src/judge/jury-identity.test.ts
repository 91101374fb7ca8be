import { expect, test } from "vitest";
import { sha256Hex } from "../platform/index.ts";
import { judgeFingerprint } from "./fingerprint.ts";
import { juryIdentity, juryName } from "./jury-identity.ts";

const idOf = (models: readonly string[], votes?: number) =>
  juryIdentity({ models, votes }, sha256Hex);

test("who judges and how often decides, in which order does not", () => {
  expect(idOf(["a", "b"])).toBe(idOf(["b", "a"], 1));
  const all = [idOf(["a"]), idOf(["b"]), idOf(["a", "b"]), idOf(["a"], 3), idOf(["a", "b"], 3)];
  expect(new Set(all).size).toBe(all.length);
  for (const id of all) expect(id).toMatch(/^[0-9a-f]{64}$/);
});

test("is not the fingerprint of anything that is asked", () => {
  const asked = judgeFingerprint({ model: "a", criteria: [""] }, sha256Hex);
  expect(idOf(["a"])).not.toBe(asked);
});

test.each([
  [["b"], 1, "b"],
  [["b", "a"], 1, "a + b"],
  [["b"], 3, "b, 3 votes"],
  [["b", "a"], 3, "a + b, 3 votes each"],
])("%s with %i votes", (models, votes, name) => {
  expect(juryName({ models, votes })).toBe(name);
});
