import { expect, test } from "vitest";
import { checkAccess } from "./access.ts";
import { createWorkspace, readWorkspaceSeed } from "./workspace.ts";

test.each<[written: string, found: RegExp | string]>([
  ["./src/a.js", "src/a.js"],
  ["a".repeat(4096), "a".repeat(4096)],
  ["a".repeat(4097), /^Action error: ENAMETOOLONG: /],
  ["a/".repeat(100_000), /^Action error: ENAMETOOLONG: .{100,200}$/],
  ["src/../../a.js", /path traversal/],
  ["/etc/passwd", /absolute path/],
  [".env", /excluded pattern/],
  [".env.example", ".env.example"],
])("%.20s", (written, found) => {
  const access = checkAccess(written);
  const shown = "path" in access ? access.path : access.refused;
  if (typeof found === "string") expect(shown).toBe(found);
  else expect(shown).toEqual({ type: "error", message: expect.stringMatching(found) });
});

test.each([
  [4095, { type: "value" }],
  [4097, { type: "error" }],
])("a folder whose path has %d characters", (length, outcome) => {
  const fake = createWorkspace(readWorkspaceSeed({}).seed);
  const args = { directory_path: `${"a/".repeat(length / 2)}b` };
  expect(fake.call({ component: "agent", tool: "mkdir", args })).toMatchObject(outcome);
});
