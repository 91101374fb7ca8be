import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { judgedProject, type JudgedProject } from "../../testing/judged-project.ts";
import { runIn } from "../../testing/run-in.ts";

const script = (answer: string): string => `script: words
replies:
  - { when: { user: changing }, turns: [{ text: "${answer}" }] }
  - { when: { user: steady }, turns: [{ text: "yes" }] }
`;
const pirate = "{ flow: foundational_pirate_agent, version: ^1.0.0 }";
const head = `suite: words\ntarget: ${pirate}\nscript: words.script.yml\ncases:\n`;
const changing =
  '  - { id: changing, ask: changing, expect: [answer: { word: "yes" }], trials: 1 }\n';
const steady = '  - { id: steady, ask: steady, expect: [answer: { word: "yes" }] }\n';

function projectOf(suite = head + changing + steady): JudgedProject {
  return judgedProject({ "words.suite.yml": suite, "words.script.yml": script("yes") });
}

const run = ({ folder }: JudgedProject, ...args: readonly string[]) =>
  runIn(folder, [
    "eval",
    "run",
    "words.suite.yml",
    "--no-history",
    "--curtail",
    "off",
    "-q",
    ...args,
  ]);
const baseline = ({ folder }: JudgedProject, ...args: readonly string[]) =>
  runIn(folder, ["eval", "baseline", ...args]);
const kept = ({ folder }: JudgedProject, file = "words.baseline.json"): string =>
  readFileSync(join(folder, file), "utf8");

test("accept writes beside the suite, says what changed, and a second time nothing new", async () => {
  using project = projectOf();
  await run(project);
  const first = await baseline(project, "accept");
  expect(first.exit).toBe(0);
  expect(first.stdout).toMatch(
    /^words\.baseline\.json · default · run \S+ · scripted model\n {2}cases: 2 added\n/u,
  );
  expect(first.stdout).toContain("  added: words › steady: 1 of 1 trial passed");
  expect(first.stderr).toBe("wrote words.baseline.json\n");
  const text = kept(project);
  const second = await baseline(project, "accept", "latest");
  expect(second.stdout).toContain("cases: 2 as before");
  expect(second.stderr).toBe("words.baseline.json says the same already\n");
  expect(kept(project)).toBe(text);
});

test("a single trial takes no pass away, several do", async () => {
  using project = projectOf();
  await run(project);
  await baseline(project, "accept");
  const text = kept(project);
  project.write("words.script.yml", script("no"));
  expect((await run(project)).exit).toBe(1);
  const single = await baseline(project, "accept");
  expect(single.stdout).toContain(
    "keeps its pass: words › changing: 1 of 1 trial passed before, 0 of 1 trial passed now: one failed trial takes no pass away",
  );
  expect(kept(project)).toContain(
    /\{ "suite": "words", "case": "changing".*\}/u.exec(text)?.[0].slice(0, 40),
  );
  expect(kept(project)).toContain('"case": "changing", "run": ');
  project.write("words.suite.yml", head + changing.replace("trials: 1", "trials: 3") + steady);
  await run(project);
  const several = await baseline(project, "diff", "words.baseline.json");
  expect(several.exit).toBe(1);
  expect(several.stdout).toContain(
    "lost its pass: words › changing: 1 of 1 trial passed before, 0 of 3 trials passed now",
  );
  expect(kept(project)).toContain('"case": "changing", "run": ');
  await baseline(project, "accept");
  expect(kept(project)).toContain('"case": "changing", "outcome": "fail"');
});

test("diff tells what accepting would change, and by its exit code whether cases would", async () => {
  using project = projectOf(head + steady);
  await run(project);
  await baseline(project, "accept");
  expect((await baseline(project, "diff", "words.baseline.json")).exit).toBe(0);
  project.write("words.suite.yml", head + changing);
  await run(project);
  const { exit, stdout } = await baseline(
    project,
    "diff",
    "words.baseline.json",
    "latest",
    "--format",
    "json",
  );
  expect(exit).toBe(1);
  const { changes } = JSON.parse(stdout);
  expect(
    changes.map((each: { case: string; change: string }) => `${each.case} ${each.change}`),
  ).toEqual(["changing added", "steady gone"]);
  const pruned = await baseline(project, "accept", "--prune");
  expect(pruned.stdout).toContain("removed: words › steady: it is not in the run");
  expect(kept(project)).not.toContain("steady");
});

test("show says what a file holds, with an interval beside its rate", async () => {
  using project = projectOf();
  project.write("words.script.yml", script("no"));
  await run(project);
  await baseline(project, "accept");
  const { exit, stdout } = await baseline(project, "show", "words.baseline.json", "-v");
  expect(exit).toBe(0);
  expect(stdout).toContain("scripted model");
  expect(stdout).toMatch(
    /words +foundational_pirate_agent 1\.0\.0 +script\/words\.script\.yml +2 +1 +50 % \(9\.5 % – 90\.5 %\)/u,
  );
  expect(stdout).toContain("fail  words › changing  0 of 1 trial");
  const json = await baseline(project, "show", "words.baseline.json", "--format", "json");
  expect(JSON.parse(json.stdout)).toEqual(JSON.parse(kept(project)));
});

describe("several targets", () => {
  const two = head.replace(`target: ${pirate}`, `targets: { old: ${pirate}, new: ${pirate} }`);

  test("one has to be named, and stays the one of the file", async () => {
    using project = projectOf(two + steady);
    await run(project);
    const unclear = await baseline(project, "accept");
    expect(unclear.exit).toBe(2);
    expect(unclear.stderr).toContain(
      'error[COMPARE_TARGET_UNCLEAR]: the suite "words" was run on several targets',
    );
    expect(unclear.stderr).toContain("hint: name one with --target: old, new");
    expect(existsSync(join(project.folder, "words.baseline.json"))).toBe(false);
    expect((await baseline(project, "accept", "--target", "new")).exit).toBe(0);
    expect((await baseline(project, "diff", "words.baseline.json")).exit).toBe(0);
    const other = await baseline(project, "accept", "--target", "old");
    expect(other.exit).toBe(2);
    expect(other.stderr).toContain('words.baseline.json is of the target "new", not of "old"');
    const wrong = await baseline(project, "accept", "--target", "nwe");
    expect(wrong.stderr).toContain('did you mean "new"?');
  });
});

test("a script does not get into a baseline of live models without being asked for", async () => {
  using project = projectOf();
  await run(project);
  await baseline(project, "accept", "-o", "it.json");
  const live = kept(project, "it.json").replace('"scripted"\n  ', "").replace("[\n    ],", "[],");
  project.write("it.json", live);
  const refused = await baseline(project, "accept", "-o", "it.json");
  expect(refused.exit).toBe(2);
  expect(refused.stderr).toContain(
    "error[COMPARE_BASELINE_REFUSED]: it.json is of live models, and ",
  );
  expect(kept(project, "it.json")).toBe(live);
  const allowed = await baseline(project, "accept", "-o", "it.json", "--allow-labels");
  expect(allowed.exit).toBe(0);
  expect(kept(project, "it.json")).toContain('"scripted"');
});

test.each<[string, readonly string[], string]>([
  ["no run", ["accept"], "error[RECORD_NOT_FOUND]"],
  ["no file", ["show", "none.json"], "there is no baseline none.json"],
  ["no file to hold against", ["diff", "none.json"], "there is no baseline none.json"],
  ["no baseline", ["show", "words.suite.yml"], "the file is not JSON"],
  ["no command", [], "`eval baseline` needs a command\n  hint: one of accept, show, diff"],
])("%s: a clear answer", async (_, args, message) => {
  using project = projectOf();
  const { exit, stderr } = await baseline(project, ...args);
  expect(exit).toBe(2);
  expect(stderr).toContain(message);
});

test("a baseline can be compared with a run", async () => {
  using project = projectOf();
  await run(project);
  await baseline(project, "accept");
  const { exit, stdout } = await runIn(project.folder, [
    "compare",
    "words.baseline.json",
    "latest",
    "--format",
    "json",
  ]);
  expect([0, 3]).toContain(exit);
  const { comparable, flips } = JSON.parse(stdout);
  expect(comparable.paired).toBe(2);
  expect(flips).toEqual({ fixed: [], broken: [] });
});
