import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Comparison } from "../../src/compare/index.ts";
import type { Summary } from "../../src/report/index.ts";
import { readYaml } from "../../src/yaml/index.ts";
import { changedFiles } from "../testing/changed-files.ts";
import { runWith } from "../testing/run-in.ts";
import type { Listing } from "./listing.ts";

interface Reply {
  readonly text?: string;
  readonly calls?: readonly unknown[];
}
interface Entry {
  readonly turns?: readonly Reply[];
}
interface ScriptFile {
  readonly script: string;
  readonly replies: readonly Entry[];
}

const suites = "suites/chat-vs-workflow";
const scripts = "fixtures/scripts/chat-vs-workflow";
const areas = [
  "code",
  "commit",
  "documentation",
  "epic",
  "issue",
  "job",
  "merge-request",
  "pipeline",
  "search",
  "slash-command",
];
/** The margins of the suites, for all of them together. */
const quality = [
  "--gate=pass_rate.not_worse_than=0.1",
  "--gate=score.facts.not_worse_than=0.25",
  "--gate=score.readability.not_worse_than=0.25",
  "--format=json",
];
const reports = mkdtempSync(`${tmpdir()}/flowproof-study-`);
afterAll(() => rmSync(reports, { recursive: true, force: true }));

/** The study with other replies, without delays, which no test has to wait for, and so without gates on times. */
function hurried(change: (reply: Reply) => Reply): ReadonlyMap<string, string> {
  const played = readdirSync(scripts).map((name) => {
    const path = `${scripts}/${name}`;
    const { value, problems } = readYaml(readFileSync(path, "utf8"), path);
    expect(problems).toEqual([]);
    const { script, replies }: ScriptFile = JSON.parse(JSON.stringify(value));
    const entries = replies.map(({ turns, ...entry }) =>
      turns === undefined
        ? entry
        : { ...entry, turns: turns.map((reply) => ({ ...change(reply), delay_ms: 0 })) },
    );
    return [path, JSON.stringify({ script, replies: entries })] as const;
  });
  const asked = readdirSync(suites).map((name) => {
    const text = readFileSync(`${suites}/${name}`, "utf8");
    return [
      `${suites}/${name}`,
      text.replaceAll(/^ {2}(?:first_token|latency): .*\n/gmu, ""),
    ] as const;
  });
  return new Map([...played, ...asked]);
}

async function run(
  change: (reply: Reply) => Reply,
): Promise<{ readonly exit: number; readonly summary: Summary }> {
  const args = ["eval", "run", suites, "--reports", reports, "--format", "json", "--no-history"];
  const { exit, stdout } = await runWith(args, { files: changedFiles(hurried(change)) });
  const summary: Summary = JSON.parse(stdout);
  return { exit, summary };
}

/** The cases of a target that do not pass. */
function failedIn({ cases }: Summary, target: string): readonly string[] {
  return cases
    .filter((each) => each.target === target && each.outcome !== "pass")
    .map(({ suite, case: id }) => `${suite}/${id}`.replace("chat-vs-workflow-", ""))
    .toSorted();
}

const tagged = (tags: readonly string[], kind: string): readonly string[] =>
  tags.filter((tag) => tag.startsWith(`${kind}:`)).map((tag) => tag.slice(kind.length + 1));

describe("the questions", () => {
  let cases: readonly { readonly targets: readonly string[]; readonly tags: readonly string[] }[] =
    [];
  beforeAll(async () => {
    const { stdout } = await runWith(["eval", "list", suites, "--format", "json"], {});
    const listing: Listing = JSON.parse(stdout);
    cases = listing.suites.flatMap((suite) => suite.cases);
  });

  test("are at least 60, each asked of both", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(cases.filter(({ targets }) => targets.join() !== "chat,workflow")).toEqual([]);
  });

  test("have one area each, and all areas have at least three", () => {
    expect(cases.filter(({ tags }) => tagged(tags, "area").length !== 1)).toEqual([]);
    const named = cases.flatMap(({ tags }) => tagged(tags, "area"));
    expect([...new Set(named)].toSorted()).toEqual(areas);
    expect(areas.filter((area) => named.filter((each) => each === area).length < 3)).toEqual([]);
  });

  test("are counted in the documentation", () => {
    const rows = areas.map((area) => {
      const those = cases.filter(({ tags }) => tags.includes(`area:${area}`));
      const given = those.filter(({ tags }) => tags.includes("context:given")).length;
      return `| ${area} | ${those.length} | ${given} | ${those.length - given} |`;
    });
    const document = readFileSync("docs/chat-vs-workflow.md", "utf8");
    expect(document).toContain(rows.join("\n"));
    expect(document).toContain(`asks ${cases.length} questions`);
  });

  test("say whether the chat is given what the answer rests on", () => {
    const contexts = cases.map(({ tags }) => tagged(tags, "context").join());
    expect([...new Set(contexts)].toSorted()).toEqual(["elsewhere", "given"]);
  });

  test("name a command where they are one", () => {
    const commands = cases.filter(({ tags }) => tagged(tags, "area")[0] === "slash-command");
    expect(commands.filter(({ tags }) => tagged(tags, "command").length !== 1)).toEqual([]);
  });
});

describe("on its scripts", () => {
  let exit = 0;
  let summary: Summary;
  beforeAll(async () => {
    ({ exit, summary } = await run((reply) => reply));
  });

  test("no gate fails", () => {
    expect(exit).toBe(0);
    expect(summary.labels).toContain("scripted");
  });

  test("the chat fails where it is given nothing, and in what it is made to get wrong", () => {
    const elsewhere = summary.cases
      .filter(({ target, tags }) => target === "chat" && tags.includes("context:elsewhere"))
      .map(({ suite, case: id }) => `${suite}/${id}`.replace("chat-vs-workflow-", ""));
    expect(failedIn(summary, "chat")).toEqual([...elsewhere, ...wrong.chat].toSorted());
  });

  test("the workflow fails over commands that it does not know, and in what it is made to get wrong", () => {
    expect(failedIn(summary, "workflow")).toEqual(wrong.workflow);
  });

  test("every call of the workflow is answered", () => {
    const calls = summary.cases.flatMap(({ trials }) => trials.flatMap((trial) => trial.calls));
    expect(calls.length).toBeGreaterThan(60);
    expect(calls.filter(({ isError }) => isError)).toEqual([]);
  });

  test("the two can be compared, over all cases and by area", async () => {
    const { run: id } = summary;
    const { exit: code, stdout } = await runWith(
      ["compare", `${id}#chat`, `${id}#workflow`, "--reports", reports, ...quality],
      {},
    );
    const { comparable, metrics, byTag, flips, gate }: Comparison = JSON.parse(stdout);
    expect([code, gate]).toEqual([0, "pass"]);
    expect(comparable.paired).toBe(summary.cases.length / 2);
    expect(metrics.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(["pass_rate", "score.facts", "score.readability", "latency"]),
    );
    expect(areas.filter((area) => byTag[`area:${area}`] === undefined)).toEqual([]);
    expect(flips.broken.map((name) => name.replace("chat-vs-workflow-", ""))).toEqual(
      wrong.workflow.filter((name) => !failedIn(summary, "chat").includes(name)),
    );
  });
});

/** What scripts get wrong on purpose, beside what a chat cannot know; their suites say so, too. */
const wrong = {
  chat: ["issues/a-reason-that-nobody-gave"],
  workflow: [
    "documentation/how-long-artifacts-stay",
    "issues/counts-a-label",
    "issues/summarizes-comments",
    "jobs/how-many-passed",
    "slash-commands/help",
    "slash-troubleshoot/by-command",
    "slash-vulnerability/by-command",
  ],
} as const;
