import { expect, test } from "vitest";
import { helperProject, planEval } from "../../../../fixtures/eval/run-eval.ts";
import type { Curtailment, Outcome } from "../../../record/index.ts";
import { type NextTrial, TrialQueue } from "./trial-queue.ts";

const script = "script: a\nreplies: [{ turns: [{ text: hi }] }]\n";

async function queueOf(
  cases: readonly string[],
  curtail: Curtailment | "off" = "case",
  target = "target: { flow: helper }",
): Promise<TrialQueue> {
  const lines = cases.map((each) => `  - { ask: hello, expect: [answer: hi], ${each} }\n`);
  const suite = `suite: one\n${target}\nscript: a.script.yml\ncases:\n${lines.join("")}`;
  return new TrialQueue(
    await planEval(helperProject(suite, script), {
      curtail: curtail === "off" ? undefined : curtail,
    }),
  );
}

const name = ({ work: { planned }, number }: NextTrial): string =>
  `${planned.case}${planned.target === "default" ? "" : `/${planned.target}`} ${number}`;

/** Everything that starts while nothing ends. */
function takeAll(queue: TrialQueue): readonly NextTrial[] {
  const taken: NextTrial[] = [];
  for (let next = queue.take(); next !== undefined; next = queue.take()) taken.push(next);
  return taken;
}

test("trials that are needed in any case go first, the others where nothing else is left", async () => {
  const queue = await queueOf(["id: a, trials: 3", "id: b, trials: 3, require: 2", "id: c"]);
  expect(takeAll(queue).map(name)).toEqual(["a 0", "b 0", "b 1", "c 0", "a 1", "a 2", "b 2"]);
});

test("without curtailment cases run one after the other", async () => {
  const queue = await queueOf(["id: a, trials: 2", "id: b, trials: 2"], "off");
  expect(takeAll(queue).map(name)).toEqual(["a 0", "a 1", "b 0", "b 1"]);
});

test("the targets of a case run side by side, and take turns in going first", async () => {
  const targets = "targets: { new: { flow: helper }, old: { flow: helper } }";
  const queue = await queueOf(["id: a, trials: 3", "id: b"], "off", targets);
  expect(takeAll(queue).map(name)).toEqual([
    "a/old 0",
    "a/new 0",
    "a/new 1",
    "a/old 1",
    "a/old 2",
    "a/new 2",
    "b/new 0",
    "b/old 0",
  ]);
});

test.each<[readonly Outcome[], number, boolean]>([
  [["pass", "pass"], 2, false],
  [["pass", "fail", "pass"], 3, false],
  [["fail", "agent_error"], 2, true],
  [["infra_error", "pass", "pass"], 3, false],
  [["judge_error", "infra_error", "fail"], 3, false],
])("two of three: %j is the end after %i", async (outcomes, started, isLost) => {
  const queue = await queueOf(["id: a, trials: 3, require: 2"]);
  let count = 0;
  for (const outcome of [...outcomes, "pass" as const]) {
    const next = queue.take();
    if (next === undefined) break;
    count += 1;
    next.finish(outcome);
  }
  expect(count).toBe(started);
  expect(queue.isOpen).toBe(false);
  expect(queue.hasLostCase).toBe(isLost);
});

test("what later trials say settles nothing while an earlier one is under way", async () => {
  const queue = await queueOf(["id: a, trials: 4, require: 2"]);
  const [first, second, third] = [queue.take(), queue.take(), queue.take()];
  third?.finish("pass");
  second?.finish("pass");
  expect(queue.take()?.number).toBe(3);
  first?.finish("fail");
  expect(queue.isOpen).toBe(false);
});

test("a lost case in quarantine does not fail the gate", async () => {
  const queue = await queueOf(["id: a, quarantine: { reason: flaky }"], "gate");
  queue.take()?.finish("fail");
  expect(queue.hasLostCase).toBe(false);
});
