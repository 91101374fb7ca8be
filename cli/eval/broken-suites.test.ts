import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Files } from "../../src/core/files.ts";
import { diskFiles } from "../../src/platform/index.ts";
import { runWith } from "../testing/run-in.ts";

/** What a suite of ours is there to catch: a text of a file replaced, and the cases that must turn red. */
interface Break {
  readonly name: string;
  /** What is run: a suite's file or folder. */
  readonly suite: string;
  /** Only these cases, by their ids or a pattern; all of them when left out. */
  readonly case?: string;
  readonly file: string;
  readonly replace: string;
  readonly with: string;
  /** Case, with its target where there are several, to the checks that break, or to the outcome that is no `fail`. */
  readonly red: Readonly<Record<string, readonly string[] | string>>;
}

interface Summary {
  readonly cases: readonly {
    readonly case: string;
    readonly target: string;
    readonly outcome: string;
    readonly trials: readonly {
      readonly checks: readonly { readonly id: string; readonly outcome: string }[];
    }[];
  }[];
}

const root = resolve(import.meta.dirname, "../..");
const folder = join(root, "fixtures/broken-suites");
const lists = readdirSync(folder).filter((name) => name.endsWith(".yml"));

let reports = "";
beforeAll(async () => {
  reports = await mkdtemp(join(tmpdir(), "flowproof-broken-"));
});
afterAll(() => rm(reports, { recursive: true, force: true }));

/** This machine's files, with one text of one of them replaced wherever it stands. */
function brokenFiles({ file, replace, with: by }: Break): Files {
  const broken = join(root, file);
  return {
    ...diskFiles,
    async read(path) {
      const text = await diskFiles.read(path);
      return text !== undefined && resolve(path) === broken ? text.replaceAll(replace, by) : text;
    },
  };
}

async function redCases(each: Break): Promise<Record<string, readonly string[] | string>> {
  const only = each.case === undefined ? [] : ["--case", each.case];
  const { stdout, stderr } = await runWith(
    ["eval", "run", each.suite, ...only, "--format", "json", "--reports", reports],
    { cwd: root, files: brokenFiles(each) },
  );
  if (stdout === "") throw new Error(stderr);
  const summary: Summary = JSON.parse(stdout);
  const red: Record<string, readonly string[] | string> = {};
  for (const { case: id, target, outcome, trials } of summary.cases) {
    if (outcome === "pass") continue;
    const name = target === "default" ? id : `${id} (${target})`;
    if (Object.hasOwn(red, name)) throw new Error(`${name} is red twice; name one suite file`);
    const checks = trials
      .flatMap((trial) => trial.checks)
      .filter((check) => check.outcome === "fail")
      .map((check) => check.id);
    red[name] = outcome === "fail" ? [...new Set(checks)].toSorted() : outcome;
  }
  return red;
}

describe.each(lists)("%s", (name) => {
  const breaks: readonly Break[] = parse(readFileSync(join(folder, name), "utf8"));

  test.each(breaks)("$name", async (each) => {
    const text = readFileSync(join(root, each.file), "utf8");
    expect(text, `${each.file} does not hold the text`).toContain(each.replace);
    expect(await redCases(each)).toEqual(each.red);
  });
});

test("every folder of suites has something that turns it red", () => {
  const broken = lists.flatMap((name) => {
    const breaks: readonly Break[] = parse(readFileSync(join(folder, name), "utf8"));
    return breaks.map(({ suite }) => suite.split("/")[1]);
  });
  expect(new Set(broken)).toEqual(new Set(readdirSync(join(root, "suites"))));
});
