import { expect, test } from "vitest";
import { hasPrefix, requiredPrefix } from "./suite-id.ts";

test.each([
  ["/p/suites/smoke/a.suite.yml", "smoke"],
  ["/p/suites/glql/errors/a.suite.yml", "errors"],
  ["/p/suites/Duo Chat/a.suite.yml", "duo-chat"],
  ["/p/suites/a.suite.yml", undefined],
  ["/p/flows/a.suite.yml", undefined],
  ["/tmp/x1/a.suite.yml", undefined],
])("%s asks for %s", (path, prefix) => {
  expect(requiredPrefix(path)).toBe(prefix);
});

test.each([
  ["smoke", true],
  ["smoke-a", true],
  ["smoked", false],
  ["a-smoke", false],
])("%s begins with smoke: %s", (id, expected) => {
  expect(hasPrefix(id, "smoke")).toBe(expected);
});
