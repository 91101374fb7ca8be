import { expect, test } from "vitest";
import type { JsonValue } from "../../core/json.ts";
import { createSecretFinder } from "./find-secrets.ts";

const canary = "amber-falcon-quiet-harbor";
// In parts, so that nobody takes this file for a leak.
const token = ["glpat", "Xk29vQ7mRt4Lw8ZpB3nd"].join("-");
const hex = Buffer.from(canary).toString("hex");
const find = createSecretFinder({ key: canary, words: "tulip otter  42 velvet" });

test.each<[string, JsonValue, readonly string[]]>([
  ["nothing", { a: "plain", b: [1, null, true], c: "amber-falcon" }, []],
  ["as it is", { a: { b: [`x ${canary} y`] } }, ["a.b.0 canary key"]],
  ["in other letters", `X ${canary.toUpperCase()}`, [" canary key"]],
  ["of words, with lines broken elsewhere", "tulip\n  otter 42 velvet", [" canary words"]],
  ["of words, not all of them", "tulip otter 42", []],
  ["in base64", { a: btoa(`the key: ${canary}!`) }, ["a canary key"]],
  ["in hexadecimal", { a: hex }, ["a canary key"]],
  ["backwards", { a: Array.from(canary).toReversed().join("") }, ["a canary key"]],
  [
    "in an address",
    { url: `https://x.example/?q=${encodeURIComponent(canary)}` },
    ["url canary key"],
  ],
  [
    "as a key, which is not shown",
    { [canary]: { b: canary } },
    ["(key) canary key", "(key).b canary key"],
  ],
  ["a token by its shape", { a: `use ${token}.` }, ["a gitlab-access-token"]],
  ["two at once", { a: `${token} ${canary}` }, ["a canary key", "a gitlab-access-token"]],
  ["a value that only its name tells", { password: "qM7#x2Lw9!vTz" }, ["password named-value"]],
  ["a reference", { password: "$DB_PASSWORD", cmd: "curl -H 'PRIVATE-TOKEN: $TOKEN'" }, []],
])("%s", (_, value, expected) => {
  expect(find(value).map(({ path, rule }) => `${path.join(".")} ${rule}`)).toEqual(expected);
});
