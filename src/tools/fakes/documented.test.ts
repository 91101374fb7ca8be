import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createFakes } from "./create-fakes.ts";
import { gitCommandNames } from "./git/run-git.ts";
import { readFakes } from "./read-fakes.ts";

const page = readFileSync(new URL("../../../docs/fakes.md", import.meta.url), "utf8");
const fakes = createFakes(readFakes({ workspace: {}, gitlab: {} }).seeds);

test.each([...fakes])("the page names each tool of the %s", (_, { tools }) => {
  expect(tools.length).toBeGreaterThan(10);
  expect(tools.filter((tool) => !page.includes(`\`${tool}\``))).toEqual([]);
});

test("the page names each command of git", () => {
  expect(gitCommandNames.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("no tool has two fakes", () => {
  const tools = [...fakes.values()].flatMap((fake) => fake.tools);
  expect(new Set(tools).size).toBe(tools.length);
});
