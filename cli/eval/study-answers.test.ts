import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadSuites, type Suite } from "../../src/eval/index.ts";
import { diskFiles } from "../../src/platform/index.ts";
import { readYaml } from "../../src/yaml/index.ts";

/** Answers to the cases of a suite that its checks must take, and such as they must not. */
type Answers = Readonly<
  Record<string, { readonly right: readonly string[]; readonly wrong: readonly string[] }>
>;

const folder = "fixtures/chat-vs-workflow/answers";
const areas = readdirSync(folder).map((name) => name.replace(/\.yml$/, ""));
const answersOf = new Map(areas.map((area) => [area, readAnswers(area)]));

function readAnswers(area: string): Answers {
  const path = join(folder, `${area}.yml`);
  return JSON.parse(JSON.stringify(readYaml(readFileSync(path, "utf8"), path).value));
}

let suites: readonly Suite[] = [];
beforeAll(async () => {
  suites = await loadSuites(
    areas.map((area) => `suites/chat-vs-workflow/${area}.suite.yml`),
    { files: diskFiles, cwd: process.cwd(), flowFolders: ["flows"] },
  );
});

/** What each check of a case says of an answer, undefined where it passes; what a judge decides is left out. */
function said(area: string, id: string, answer: string): readonly (string | undefined)[] {
  const suite = suites.find((each) => each.id === `chat-vs-workflow-${area}`);
  const found = suite?.cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no case ${area} › ${id}`);
  return found.checks.flatMap(({ prepared }) => {
    if (prepared.type === "judged") return [];
    const { pass, message } = prepared.assess({ ...trial, answer });
    return [pass === true ? undefined : message];
  });
}

function broken(area: string, id: string, answer: string): readonly string[] {
  return said(area, id, answer).filter((message) => message !== undefined);
}

const trial = {
  status: "completed" as const,
  route: [],
  calls: [],
  replies: 1,
  turns: 1,
  context: {},
  activeMs: 1,
  costUsd: 0,
  canaries: {},
};

describe.each(areas)("answers to %s", (area) => {
  const cases = Object.entries(answersOf.get(area) ?? {});

  test("are there for every case, right ones and wrong ones", () => {
    const suite = suites.find((each) => each.id === `chat-vs-workflow-${area}`);
    expect(cases.map(([id]) => id)).toEqual(suite?.cases.map(({ id }) => id));
    for (const [, { right, wrong }] of cases) {
      expect(right.length).toBeGreaterThan(0);
      expect(wrong.length).toBeGreaterThan(1);
    }
  });

  test.each(cases)("%s: what is right is taken", (id, { right }) => {
    expect(right.flatMap((answer) => broken(area, id, answer))).toEqual([]);
  });

  test.each(cases)("%s: what is wrong is not", (id, { wrong }) => {
    expect(wrong.filter((answer) => broken(area, id, answer).length === 0)).toEqual([]);
  });

  test.each(cases)("%s: every check finds something wrong", (id, { wrong }) => {
    const found = wrong.map((answer) => said(area, id, answer));
    const idle = (found[0] ?? []).flatMap((_, check) =>
      found.some((messages) => messages[check] !== undefined) ? [] : [check + 1],
    );
    expect(idle).toEqual([]);
  });
});
