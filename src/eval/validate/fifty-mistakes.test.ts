import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { diskFiles } from "../../platform/index.ts";
import { validateSuites } from "./validate-suites.ts";
import type { SuiteProblem } from "./validation.ts";

const cwd = fileURLToPath(new URL("../../../fixtures/eval/fifty-mistakes", import.meta.url));
const text = readFileSync(`${cwd}/fifty.suite.yml`, "utf8");

/** Lines with a mistake, and the rule that their comment names. */
const mistakes = text.split("\n").flatMap((line, index) => {
  const rule = /\S.* # ([a-z]+(?:-[a-z]+)+)$/u.exec(line)?.[1];
  return rule === undefined ? [] : [`${index + 1} ${rule}`];
});

async function validate(): Promise<readonly SuiteProblem[]> {
  const files = await validateSuites(["fifty.suite.yml"], {
    files: diskFiles,
    cwd,
    flowFolders: [],
  });
  return files.flatMap(({ problems }) => problems);
}

const told = ({ range, rule }: SuiteProblem): string => `${range.start.line} ${rule}`;

test("there are fifty, and some more", () => {
  expect(mistakes.length).toBeGreaterThanOrEqual(50);
});

test("one look finds all of them, each at its line, and nothing at any other", async () => {
  const found = (await validate()).filter(({ severity }) => severity !== "info");
  expect([...new Set(found.map(told))].toSorted()).toEqual(mistakes.toSorted());
});

test("they are fifty different mistakes: no two are told in the same words", async () => {
  const found = (await validate()).filter(({ severity }) => severity !== "info");
  const words = found.map(({ rule, message }) => `${rule} ${message}`);
  expect(words).toEqual([...new Set(words)]);
  expect(words.length).toBeGreaterThanOrEqual(mistakes.length);
});
