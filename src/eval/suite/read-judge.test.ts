import { expect, test } from "vitest";
import type { JsonValue } from "../../core/json.ts";
import { readJudge } from "./read-judge.ts";
import type { SuiteJudge } from "./suite.ts";

test.each<[JsonValue | undefined, SuiteJudge]>([
  [undefined, { models: [] }],
  [{}, { models: [] }],
  [{ model: "m/a" }, { models: ["m/a"] }],
  [
    { models: ["m/a", "m/b"], votes: 3 },
    { models: ["m/a", "m/b"], votes: 3 },
  ],
  [{ isolate: false }, { models: [], isolate: false }],
])("%j", (written, read) => {
  expect(readJudge(written)).toEqual(read);
});
