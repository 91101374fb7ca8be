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

test("plain text stays as it is", () => {
  const xml = junitXml("flowproof", [
    { name: "s", cases: [{ classname: "s", name: "zählt 7 › ✓ 🚢", seconds: 0, output: "ok" }] },
  ]);
  expect(xml).toContain(`name="zählt 7 › ✓ 🚢"`);
  expect(xml).toContain("<system-out>ok</system-out>");
});
