import { canonicalJson } from "../../core/canonical-json.ts";
import { isJsonObject, type JsonObject } from "../../core/json.ts";
import type { Matcher } from "../../core/match/matcher.ts";
import { alignColumns } from "../check/align-columns.ts";
import { changesBetween } from "../check/changes-between.ts";
import type { Check, Finding } from "../check/check.ts";
import { type FakeName, fakeNames, type FakeViews } from "../check/fake-view.ts";
import { matcherRange } from "../check/matcher-range.ts";
import { readMatcher } from "../check/read-matcher.ts";

const closed = {
  projects: { "shop/web": { issues: { "7": { title: "Crash", state: "closed" } } } },
};
const opened = {
  projects: { "shop/web": { issues: { "7": { title: "Crash", state: "opened" } } } },
};
const files = { files: { "a.txt": "a" } };

const hint = "say what there is under `fakes`";

export const state: Check = {
  id: "state",
  docs: {
    summary: "requires something of what the fakes hold in the end",
    rationale:
      "The world that an agent leaves behind counts, not the way there. Under the name of a fake stands a matcher over its state, which has the shape of its seed: maps match partially, so only what matters need be written. `unchanged` instead of a matcher wants that nothing at all was written; `state: unchanged` wants it of all fakes.",
  },
  schema: {
    anyOf: [
      { const: "unchanged", description: "No fake has changed." },
      {
        type: "object",
        minProperties: 1,
        additionalProperties: false,
        properties: {
          workspace: { $ref: "#/$defs/matcher" },
          gitlab: { $ref: "#/$defs/matcher" },
        },
      },
    ],
  },
  examples: [
    {
      trial: {
        fakes: {
          gitlab: { before: opened, now: closed },
          workspace: { before: files, now: files },
        },
      },
      passes: [
        { gitlab: { projects: { "shop/web": { issues: { "7": { state: "closed" } } } } } },
        { gitlab: { projects: { "shop/web": { issues: { "8": { $exists: false } } } } } },
        { workspace: "unchanged" },
        { workspace: { files: { "a.txt": { $contains: "a" } } } },
      ],
      fails: [
        "unchanged",
        { gitlab: "unchanged" },
        { gitlab: { projects: { "shop/web": { issues: { "7": { state: "opened" } } } } } },
        { gitlab: { projects: { "shop/api": {} } } },
        {
          workspace: "unchanged",
          gitlab: { projects: { "shop/web": { issues: { "7": { title: "x" } } } } },
        },
      ],
    },
    {
      trial: { fakes: { workspace: { before: files, now: files } } },
      passes: ["unchanged"],
      fails: [],
    },
    // With nothing to look at, nothing holds.
    { trial: {}, passes: [], fails: ["unchanged", { workspace: "unchanged" }] },
  ],
  refused: [
    { gitlab: { a: { $regex: "(" } } },
    { workspace: { $any: [{ $exists: true }, { $exists: false }] } },
  ],
  problems(value, { fakes }) {
    const asked = isJsonObject(value) ? Object.keys(value) : [];
    const absent = fakeNames.filter((name) => asked.includes(name) && !fakes.has(name));
    if (asked.length === 0 && fakes.size === 0) {
      return [{ code: "EVAL_CHECK_INVALID", path: [], message: "the case has no fakes", hint }];
    }
    return absent.map((name) => ({
      code: "EVAL_CHECK_INVALID",
      path: [name],
      atKey: true,
      message: `the case has no fake ${name}`,
      hint,
    }));
  },
  prepare(value, reader) {
    const asked: JsonObject = isJsonObject(value)
      ? value
      : Object.fromEntries(fakeNames.map((name) => [name, "unchanged"]));
    const wanted: [FakeName, Matcher | "unchanged"][] = [];
    for (const name of fakeNames) {
      const spec = asked[name];
      if (spec === undefined) continue;
      if (spec === "unchanged") {
        wanted.push([name, spec]);
        continue;
      }
      const range = matcherRange(spec, "any");
      if (range !== "some") {
        const what = range === "all" ? "everything" : "nothing";
        reader.nothingToCheck([name], `the matcher holds for ${what}`);
        continue;
      }
      const matcher = readMatcher(spec, [name], reader);
      if (matcher !== undefined) wanted.push([name, matcher]);
    }
    if (wanted.length < Object.keys(asked).length) return undefined;
    const isForAll = !isJsonObject(value);
    return {
      type: "decidable",
      assess({ fakes = {} }) {
        const found = wanted
          .filter(([name]) => !isForAll || fakes[name] !== undefined)
          .map(([name, each]) => assessOne(name, each, fakes));
        if (found.length === 0)
          return { pass: false, message: "expected fakes to look at, the case has none" };
        const broken = found.filter(({ pass }) => pass !== true);
        const message = (broken.length === 0 ? found : broken).map((each) => each.message);
        const details = broken.flatMap((each) => each.details ?? []);
        return {
          pass: broken.length === 0,
          message: message.join("; "),
          ...(details.length === 0 ? {} : { details: details.join("\n") }),
        };
      },
    };
  },
};

function assessOne(name: FakeName, wanted: Matcher | "unchanged", fakes: FakeViews): Finding {
  const view = fakes[name];
  if (view === undefined)
    return { pass: false, message: `expected a fake ${name}, the case has none` };
  if (wanted === "unchanged") {
    if (canonicalJson(view.before) === canonicalJson(view.now)) {
      return { pass: true, message: `${name} is unchanged` };
    }
    const changes = changesBetween(view.before, view.now);
    const [first] = changes;
    return {
      pass: false,
      message: `expected ${name} to be unchanged, but ${first?.pointer ?? ""} was ${first?.kind ?? "changed"}`,
      details: alignColumns([
        ["at", "before", "now"],
        ...changes.map(({ pointer, before, now }) => [`${name}${pointer}`, before, now]),
      ]),
    };
  }
  const differences = wanted.explain(view.now);
  const [first] = differences;
  if (first === undefined) return { pass: true, message: `${name} is as expected` };
  return {
    pass: false,
    message: `expected ${name}${first.pointer} to be ${first.expected}, is ${first.actual}`,
    details: alignColumns([
      ["at", "expected", "actual"],
      ...differences.map(({ pointer, expected, actual }) => [
        `${name}${pointer}`,
        expected,
        actual,
      ]),
    ]),
  };
}
