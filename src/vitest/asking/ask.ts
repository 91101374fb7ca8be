import type { JsonObject } from "../../core/json.ts";
import {
  openCase,
  openModels,
  readWrittenSuite,
  requirePrices,
  type RunPlan,
  type Suite,
  type WrittenCase,
} from "../../eval/index.ts";
import { readText, shownPath, systemClock } from "../../platform/index.ts";
import { openPart } from "../part/part.ts";
import type { RunSetting } from "../run-setting.ts";
import { openWorld, type World } from "../world/open-world.ts";
import { AgentRun } from "./agent-run.ts";
import { suiteIdOf } from "./case-id.ts";
import { claimId } from "./claim-id.ts";
import { currentTest, orderOf, requireTime, runSetting, type Task } from "./current-test.ts";
import { whenFinished } from "./end-of-test.ts";
import { Session } from "./session.ts";
import { keepSession } from "./sessions-of-runs.ts";
import { type Asked, suiteValue } from "./suite-value.ts";
import { usageError } from "./usage-error.ts";

/**
 * Asks an agent in a test, and gives back what came of it.
 *
 * @throws UsageError for everything that is wrong with what the test says, AgentAssertionError when the case
 * cannot pass
 */
export async function ask(asked: Asked): Promise<AgentRun> {
  try {
    return await play(asked);
  } catch (error) {
    throw usageError(error);
  }
}

async function play(asked: Asked): Promise<AgentRun> {
  // Before anything is awaited: the test that runs now is the one that asks.
  const task = currentTest(asked.options.task);
  const setting = runSetting();
  const world = await worldOf(setting);
  const written = await read(asked, { task, setting, world });
  const plan = await world.plan(written.suite);
  requireTime(task, timeNeeded(written, plan));
  const models = await openModels(plan, (name) => world.model(name));
  requirePrices(plan, models, world.prices);
  const part = await openPart(plan, { setting, order: orderOf(task), redactor: world.redactor });
  const { prices } = world;
  const { signal } = task.context;
  const { network } = world;
  const evalWorld = { clock: systemClock, models, network, prices, signal, emit: part.emit };
  const session = new Session(await openCase(plan, evalWorld), written);
  whenFinished(task, session, async () => {
    const source = { ...written.case.source, expect: [...session.expected] };
    await part.finish(await world.plan(withSource(written, source)));
  });
  session.requirePass();
  const run = new AgentRun(session);
  keepSession(run, session);
  return run;
}

interface Around {
  readonly task: Task;
  readonly setting: RunSetting;
  readonly world: World;
}

/** Reads what a test says as a YAML suite of one case would be read. */
async function read(asked: Asked, { task, setting, world }: Around): Promise<WrittenCase> {
  const path = task.file.filepath;
  const file = shownPath(path, setting.root);
  const { agent, options } = asked;
  const suite = options.suite ?? agent.suite ?? suiteIdOf(path);
  const id = claimId(task, { suite, id: options.id, target: options.target ?? agent.target });
  const { value, withFunctions } = suiteValue(asked, { suite, case: id, file });
  const written = await readWrittenSuite({ value, path, text: await readText(path) }, world.frame);
  const only = { ...written.case, mocks: withFunctions(written.case.mocks) };
  return { ...written, suite: { ...written.suite, cases: [only] }, case: only };
}

/** The suite with all that its case turned out to expect. */
function withSource({ suite, case: only }: WrittenCase, source: JsonObject): Suite {
  return { ...suite, cases: [{ ...only, source }] };
}

/** The least time that Vitest must leave: what the trials may take, as many at a time as run together. */
function timeNeeded({ case: only }: WrittenCase, { concurrency }: RunPlan): number {
  return only.limits.maxMs * Math.ceil(only.trials / concurrency);
}

const worlds = new Map<string, Promise<World>>();

/** What the tests of a run share in this worker. */
async function worldOf(setting: RunSetting): Promise<World> {
  const known = worlds.get(setting.run);
  if (known !== undefined) return known;
  worlds.clear();
  const opening = openWorld(setting);
  worlds.set(setting.run, opening);
  return opening;
}
