import { expect, test } from "vitest";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { compileScript } from "./compile-script.ts";
import type { ScriptFileEntry } from "./script-file.ts";

const turns = [{ text: "a" }];
const judge = { judge: "x" };

const placeOf = (path: readonly (string | number)[]) => ({ file: path.join("/") });

function problemsOf(replies: readonly ScriptFileEntry[]): readonly string[] {
  try {
    compileScript({ script: "test", replies }, { file: "f", placeOf });
    return [];
  } catch (error) {
    const errors = error instanceof AppErrors ? error.errors : [error];
    return errors.map((one) =>
      one instanceof AppError ? `${one.place?.file}: ${one.message}` : "",
    );
  }
}

const good: readonly (readonly [string, ScriptFileEntry])[] = [
  ["turns", { turns }],
  ["turns and variants", { turns, variants: [turns] }],
  ["verdicts for a judge", { when: judge, verdicts: { "*": "met" } }],
  [
    "grades for a judge",
    { when: judge, grades: { correctness: 3, "*": { grade: "cannot_tell" } } },
  ],
  ["a preference that is always the same", { when: judge, prefers: "first" }],
  ["a preference by a matcher", { when: judge, prefers: { $contains: "42" } }],
  ["a preference beside verdicts", { when: judge, verdicts: { "*": "met" }, prefers: "tie" }],
  ["turns for a judge", { when: judge, turns }],
  ["a fault", { turns: [{ fault: { status: 500 }, delay_ms: 1 }] }],
  ["an empty text", { turns: [{ text: "" }] }],
];
test.each(good)("%s", (_, entry) => {
  expect(problemsOf([entry])).toEqual([]);
});

const bad: readonly (readonly [string, ScriptFileEntry, string])[] = [
  ["nothing to say", { when: { user: "x" } }, "replies/0: an entry has neither turns nor verdicts"],
  [
    "both",
    { when: judge, turns, verdicts: { "*": "met" } },
    "replies/0/turns: an entry with verdicts has no turns",
  ],
  [
    "verdicts with variants",
    { when: judge, variants: [turns], verdicts: { "*": "met" } },
    "replies/0/variants: an entry with verdicts has no variants",
  ],
  [
    "a preference and turns",
    { when: judge, turns, prefers: "tie" },
    "replies/0/turns: an entry with prefers has no turns",
  ],
  [
    "a preference for nobody",
    { prefers: "tie" },
    "replies/0/prefers: prefers answers a judge, but this entry never matches a judge's request",
  ],
  [
    "a preference by what no text has",
    { when: judge, prefers: { winner: "first" } },
    'replies/0/prefers/winner: prefers is matched on a text, which has no "winner"',
  ],
  [
    "a preference by no operator",
    { when: judge, prefers: { $has: "42" } },
    'replies/0/prefers/$has: there is no operator "$has"',
  ],
  [
    "verdicts for nobody",
    { verdicts: { "*": "met" } },
    "replies/0/verdicts: verdicts answer a judge, but this entry never matches a judge's request",
  ],
  [
    "grades and turns",
    { when: judge, turns, grades: { "*": 3 } },
    "replies/0/turns: an entry with grades has no turns",
  ],
  [
    "grades for nobody",
    { grades: { "*": 3 } },
    "replies/0/grades: grades answer a judge, but this entry never matches a judge's request",
  ],
  [
    "an unknown operator",
    { when: { user: { $contain: "x" } }, turns },
    'replies/0/when/user/$contain: there is no operator "$contain"',
  ],
  ["an empty reply", { turns: [{ delay_ms: 1 }] }, "replies/0/turns/0: a reply says nothing"],
  [
    "a fault that says something",
    { turns, variants: [[{ text: "a", fault: { status: 500 } }]] },
    "replies/0/variants/0/0: a reply with a fault says nothing else",
  ],
];
test.each(bad)("%s", (_, entry, expected) => {
  expect(problemsOf([entry])).toEqual([expected]);
});

test("everything that is wrong is said at once", () => {
  expect(problemsOf(bad.map(([, entry]) => entry))).toHaveLength(bad.length);
});
