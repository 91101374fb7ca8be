import { expect, test } from "vitest";
import type { JsonValue } from "../../core/json.ts";
import { createSecretFinder } from "./find-secrets.ts";

const canary = "amber-falcon-quiet-harbor";
// In parts, so that nobody takes this file for a leak.
const token = ["glpat", "Xk29vQ7mRt4Lw8ZpB3nd"].join("-");
const hex = Buffer.from(canary).toString("hex");
const find = createSecretFinder({ key: canary, words: "tulip otter  42 velvet" });

/** The canary with each of its characters written by its number. */
function spelled(write: (code: number) => string): string {
  return Array.from(canary, (character) => write(character.charCodeAt(0))).join("");
}

test.each<[string, JsonValue, readonly string[]]>([
  ["nothing", { a: "plain", b: [1, null, true], c: "amber-falcon" }, []],
  ["as it is", { a: { b: [`x ${canary} y`] } }, ["a.b.0 canary key"]],
  ["in other letters", `X ${canary.toUpperCase()}`, [" canary key"]],
  ["of words, with lines broken elsewhere", "tulip\n  otter 42 velvet", [" canary words"]],
  ["of words, not all of them", "tulip otter 42", []],
  ["in base64", { a: btoa(`the key: ${canary}!`) }, ["a canary key"]],
  ["in hexadecimal", { a: hex }, ["a canary key"]],
  ["backwards", { a: Array.from(canary).toReversed().join("") }, ["a canary key"]],
  ["in base64 of several lines", btoa(canary).replaceAll(/.{9}/g, "$&\n"), [" canary key"]],
  ["with other things between its words", "amber**falcon_quiet  harbor", [" canary key"]],
  ["with spaces between its letters", Array.from(canary).join(" "), [" canary key"]],
  ["with signs that nobody sees", Array.from(canary).join("\u200B"), [" canary key"]],
  ["in wide letters", "ａｍｂｅｒ-ｆａｌｃｏｎ-ｑｕｉｅｔ-ｈａｒｂｏｒ", [" canary key"]],
  ["put together by a shell", `"amber-falcon" + '-quiet-harbor'`, [" canary key"]],
  ["by the numbers of HTML", spelled((code) => `&#${code};`), [" canary key"]],
  ["by those of HTML, hexadecimal", spelled((code) => `&#x${code.toString(16)};`), [" canary key"]],
  ["by those of JSON", spelled((code) => `\\u00${code.toString(16)}`), [" canary key"]],
  ["by those of C", spelled((code) => `\\x${code.toString(16)}`), [" canary key"]],
  [
    "by those of a shell",
    spelled((code) => `\\${code.toString(8).padStart(3, "0")}`),
    [" canary key"],
  ],
  ["by numbers that are none", "&#9999999;\\u{ffffff}", []],
  ["its words in another order", "harbor-quiet-falcon-amber", []],
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

test("a short text of one's own is not found in what only holds its letters", () => {
  const findShort = createSecretFinder({ key: "a/b/c/d/e" });
  expect(findShort("the abcde of it")).toEqual([]);
  expect(findShort("it is A/B/C/D/E")).toHaveLength(1);
});
