import { expect, test } from "vitest";
import { expandCommand, slashCommand } from "./slash-command.ts";

test.each([
  ["/explain", { name: "/explain", rest: "" }],
  ["  /explain \n", { name: "/explain", rest: "" }],
  ["/explain   this,  please ", { name: "/explain", rest: "this,  please" }],
  [
    "/tests\n  def add(a, b):\n    return a + b",
    { name: "/tests", rest: "  def add(a, b):\n    return a + b" },
  ],
  ["/fix this:\n\n\tif (a) {\n\t}\n", { name: "/fix", rest: "this:\n\n\tif (a) {\n\t}" }],
  ["/", undefined],
  ["/etc/hosts is broken", undefined],
  ["//explain", undefined],
  ["what does /explain do?", undefined],
])("%j has the command %j", (text, command) => {
  expect(slashCommand(text)).toEqual(command);
});

test("code behind a command reaches the model with its lines", () => {
  expect(expandCommand("/explain\n  a:\n    b: 1")).toMatch(/\n\n {2}a:\n {4}b: 1$/);
});
