import { expect, test } from "vitest";
import { commonStart } from "./common-start.ts";

test.each<[names: readonly string[], start: string]>([
  [[], ""],
  [["docs-api"], ""],
  [["docs-api", "docs-api"], ""],
  [["docs-api", "docs-guide"], "docs-"],
  [["a-b-c", "a-b-d", "a-b-c"], "a-b-"],
  [["a-bc", "a-bd"], "a-"],
  [["a-b", "a-b-c"], "a-"],
  [["counts", "triage"], ""],
  [["counts", "count"], ""],
])("%j begin with %j", (names, start) => {
  expect(commonStart(names)).toBe(start);
});
