import { spawnSync } from "node:child_process";
import process from "node:process";
import { expect, test } from "vitest";

test("definitions in Ruby are read by a process of its own, where text may not become code", () => {
  const flags = ["--disallow-code-generation-from-strings", "--import", "tsx"];
  const ruby = "fixtures/definitions/foundational_chat_agents_definitions.rb";
  const args = [...flags, "cli/main.ts", "lint", ruby];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  expect({ status, stderr, stdout }).toEqual({
    status: 0,
    stderr: "",
    stdout: "nothing found in 1 file\n",
  });
});
