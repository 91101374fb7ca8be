import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { compileMatcher } from "../../core/match/compile-matcher.ts";
import { pasteMock } from "./paste-mock.ts";

const tricky: readonly (readonly [name: string, args: JsonObject])[] = [
  ["nothing", {}],
  ["scalars", { a: "x", b: 1, c: -1.5, d: true, e: null, f: "" }],
  ["nested values", { a: { b: [1, { c: "d" }, []], e: {} } }],
  [
    "texts that YAML reads as something else",
    { a: "yes", b: "1", c: "null", d: "~", e: "2020-01-01" },
  ],
  ["texts with marks", { a: 'b: c # d "e" \\ {f} [g] & *h !i |\n> j' }],
  ["keys with marks", { "a b": 1, "": 2, yes: 3, "1": 4, é: 5, "a:b": 6, null: 7 }],
  ["operators as keys", { $in: 1, a: 2 }],
  ["operators as keys inside", { a: { $ref: "b", c: [{ $d: 1 }] } }],
  ["a template", { a: "{{ args.b }} {% c %}" }],
  ["invisible characters", { a: "b\u200b\u202e\u0085\u2028\u{E0041}\ufeff\u0000\ud800c" }],
  ["emoji", { a: "👩‍💻 é" }],
  ["a long text", { a: "b".repeat(5000), c: [`${"d".repeat(78)}😀${"e".repeat(500)}`] }],
  ["a prototype", JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}')],
];

describe("what is pasted matches the call", () => {
  test.each(tricky)("%s", (_, args) => {
    const pasted: unknown = parse(pasteMock("my-tool", args));
    const rules = isJsonObject(pasted) ? pasted["my-tool"] : undefined;
    const [rule] = Array.isArray(rules) ? rules : [];
    expect(rule).toMatchObject({ returns: "…" });
    const matcher = rule.args ?? {};
    expect(compileMatcher(matcher).explain(args)).toEqual([]);
    // It names every argument, so that it answers no other call.
    for (const key of Object.keys(args))
      expect(Object.keys(matcher.$equals ?? matcher)).toContain(key);
  });
});

test("invisible characters are shown", () => {
  expect(pasteMock("a", { b: "c\u202ed\u{E0041}" })).toContain(String.raw`"c\u202ed\udb40\udc41"`);
});

test("a long text is matched by its beginning", () => {
  expect(pasteMock("a", { b: "c".repeat(201) })).toContain(`{ $contains: "${"c".repeat(79)}" }`);
  expect(pasteMock("a", { b: "c".repeat(200) })).toContain(`b: "${"c".repeat(200)}"`);
});
