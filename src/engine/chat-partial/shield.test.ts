import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dictFromJson } from "../../core/python/convert.ts";
import { dumpPyJson } from "../../core/python/dump-py-json.ts";
import { pyStr } from "../../core/python/py-str.ts";
import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import { shield } from "./shield.ts";

const marks = /[{}%#]/;

function valueOf(variables: PyDict): PyValue {
  return variables.get("x") ?? null;
}

test.each(["plain", "{{ x }}", "100 %", "# {% if %} #}", "\u3400 { \\u3401", "%E3%90%80{"])(
  "text comes back as it was: %s",
  (text) => {
    const { variables, restore } = shield("A {{ x }} \u3402", new Map([["x", text]]));
    expect(pyStr(valueOf(variables)).match(marks) === null || !marks.test(text)).toBe(true);
    expect(restore(pyStr(valueOf(variables)))).toBe(text);
    expect(restore(encodeURIComponent(pyStr(valueOf(variables))))).toBe(encodeURIComponent(text));
  },
);

test("nested values are hidden too, keys included", () => {
  const before = dictFromJson({ x: { "{k}": ["%", { b: "#" }] } });
  const { variables, restore } = shield("", before);
  // A map prints braces of its own; the letters in it are all that matters.
  expect(restore(dumpPyJson(variables))).toBe(dumpPyJson(before));
  expect(dumpPyJson(valueOf(variables))).not.toMatch(/%|#|\{k/);
});

test("nothing is copied when nothing could be mistaken", () => {
  const variables: PyDict = new Map([["x", "plain"]]);
  expect(shield("{{ x }}", variables).variables).toBe(variables);
});

test("whatever the value, none of its marks is left and all of them come back", () => {
  const text = fc.string({ unit: fc.constantFrom("{", "}", "%", "#", "a", "\u3400", "\\", "u") });
  fc.assert(
    fc.property(text, text, (template, value) => {
      const { variables, restore } = shield(template, new Map([["x", value]]));
      const hidden = pyStr(valueOf(variables));
      expect(hidden).not.toMatch(marks);
      expect(restore(hidden)).toBe(value);
    }),
    { seed: 1, numRuns: 300 },
  );
});
