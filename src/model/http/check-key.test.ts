import { expect, test } from "vitest";
import { checkKey } from "./check-key.ts";

test.each([
  ["sk-ant-123", "sk-ant-123"],
  ["sk-ant-123\n", "sk-ant-123"],
  ["x", "x"],
])("%j is a key", (text, key) => {
  expect(checkKey(text, "KEY")).toBe(key);
});

test.each(["sk-ant\n123", "sk ant", "“sk-ant”", ""])("%j is none, and is not repeated", (text) => {
  let error: unknown;
  try {
    checkKey(text, "ANTHROPIC_API_KEY");
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ code: "MODEL_KEY_REFUSED" });
  expect(String(error)).toContain("ANTHROPIC_API_KEY");
  expect(String(error)).not.toMatch(/sk.ant/);
});
