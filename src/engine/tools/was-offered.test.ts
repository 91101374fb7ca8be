import { expect, test } from "vitest";
import { wasOffered } from "./was-offered.ts";

test.each([
  ["a tool that is not there", true, "Tool get_epic not found", false],
  ["another tool that is not there", true, "Tool get_issue not found", true],
  [
    "a tool that says so",
    true,
    "Tool get_epic raised ToolException: Tool get_epic not found",
    true,
  ],
  ["a result that says so", false, "Tool get_epic not found", true],
  ["a result", false, { id: 1 }, true],
])("%s", (_, isError, result, expected) => {
  expect(wasOffered({ tool: "get_epic", isError, result })).toBe(expected);
});
