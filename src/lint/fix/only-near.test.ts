import { expect, test } from "vitest";
import { onlyNear } from "./only-near.ts";

const known = ["get_issue", "get_epic", "get_epis", "read_file", "read_files", "run_command", "ls"];

test.each([
  ["Get-Issue", "get_issue"],
  ["get_isue", "get_issue"],
  ["read_flie", "read_file"],
  ["run_comamdn", "run_command"],
  ["run_comand", "run_command"],
  ["get_epix", undefined],
  ["get_issues", undefined],
  ["read_filess", "read_files"],
  ["run_commits", undefined],
  ["get_user", undefined],
  ["lss", undefined],
  [`run_command${"x".repeat(100)}`, undefined],
])("%s can only be %s", (wrong, meant) => {
  expect(onlyNear(wrong, known)).toBe(meant);
});
