import { expect, test } from "vitest";
import { junitXml } from "./junit-xml.ts";

test("what an agent says cannot break out of the document", () => {
  const hostile = `</failure><x a="1">&'\u{0}\u{1b}[31m]]>\u{FFFF}`;
  const xml = junitXml(hostile, [
    {
      name: hostile,
      cases: [
        {
          classname: hostile,
          name: hostile,
          seconds: 0.5,
          problem: { kind: "failure", message: hostile, text: hostile },
        },
      ],
    },
  ]);
  expect(xml).not.toContain("</failure><x");
  for (const forbidden of ["\u{0}", "\u{1b}", "\u{FFFF}"]) expect(xml).not.toContain(forbidden);
  expect(xml.match(/<\/failure>/g)).toHaveLength(1);
  expect(xml).toContain(`tests="1" failures="1" errors="0" skipped="0" time="0.500"`);
});

test("cases that GitLab would take for one get numbers", () => {
  const cases = ["a", "a", "a (2)", "a", "b"].map((name) => ({ classname: "s", name, seconds: 0 }));
  const xml = junitXml("flowproof", [
    { name: "s", cases },
    { name: "t", cases: [{ classname: "s", name: "b", seconds: 0 }] },
    { name: "u", cases: [{ classname: "u", name: "a", seconds: 0 }] },
  ]);
  expect(
    [...xml.matchAll(/classname="(\w)" name="([^"]+)"/g)].map(([, of, name]) => `${of}: ${name}`),
  ).toEqual(["s: a", "s: a (2)", "s: a (2) (2)", "s: a (3)", "s: b", "s: b (2)", "u: a"]);
});

test("names that differ in white space alone get numbers, too", () => {
  const cases = ["a b", "a\nb", "a\tb"].map((name) => ({ classname: "s", name, seconds: 0 }));
  const xml = junitXml("flowproof", [{ name: "s", cases }]);
  const names = [...xml.matchAll(/classname="s" name="([^"]+)"/g)].map(([, name = ""]) => name);
  const read = names.map((name) => name.replaceAll(/\s/gu, " "));
  expect(read).toEqual(["a b", "a b (2)", "a b (3)"]);
});

test("plain text stays as it is", () => {
  const xml = junitXml("flowproof", [
    { name: "s", cases: [{ classname: "s", name: "zählt 7 › ✓ 🚢", seconds: 0, output: "ok" }] },
  ]);
  expect(xml).toContain(`name="zählt 7 › ✓ 🚢"`);
  expect(xml).toContain("<system-out>ok</system-out>");
});
