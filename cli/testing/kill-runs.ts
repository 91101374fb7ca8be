import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "../../src/platform/index.ts";
import { readEvents, readRun } from "../../src/record/index.ts";
import {
  comparable,
  finishedIn,
  repeatedTrials,
  type ResumableProject,
  resumableProject,
} from "./resumable-project.ts";
import { runIn } from "./run-in.ts";
import { programCommand, startCommand } from "./start-program.ts";

/** What became of runs that were killed over and over, and gone on with until they were done. */
export interface Killings {
  readonly kills: number;
  /** Runs that were gone on with to their end. */
  readonly runs: number;
  /** How often a run went on. */
  readonly resumed: number;
  /** Journals that a kill left with a torn end. */
  readonly torn: number;
  /** What is not as it must be, in words. */
  readonly faults: readonly string[];
}

const size = { cases: 40, trials: 3, delayMs: 3 } as const;
const args = ["eval", "run", "--no-history", "-q", "-j", "8"];
const suite = "echo.suite.yml";
/** Kills runs of a suite so often, at moments that the seed picks by how far their journals have grown. */
export async function killRuns(kills: number, seed: number): Promise<Killings> {
  const random = seededRandom(seed);
  const whole = await undisturbed();
  const faults: string[] = [];
  let done = 0;
  let runs = 0;
  let resumed = 0;
  let torn = 0;
  while (done < kills) {
    using project = resumableProject(size);
    // Most runs are killed several times, some once.
    const perRun = 1 + Math.floor(random.next() * 6);
    for (let kill = 0; kill < perRun && done < kills; kill += 1) {
      const isKilled = await killOnce(
        project,
        Math.floor((random.next() * 1.6 * whole.bytes) / perRun),
      );
      if (!isKilled) break;
      done += 1;
      if (hasTornEnd(project)) torn += 1;
    }
    if (runIds(project).length === 0) throw new Error("the program did not start a run");
    const { exit } = await runIn(project.folder, [...args, ...goOn(project)]);
    if (exit !== 1) faults.push(`a run that went on ended with ${exit}`);
    runs += 1;
    const [run = ""] = runIds(project);
    resumed += project.journal(run).filter(({ type }) => type === "run_resumed").length;
    faults.push(...(await faultsOf(project, run, whole.summary)));
  }
  return { kills: done, runs, resumed, torn, faults };
}

async function faultsOf(
  project: ResumableProject,
  run: string,
  expected: string,
): Promise<readonly string[]> {
  const journal = project.journal(run);
  const twice = repeatedTrials(journal);
  const finished = finishedIn(journal).length;
  const faults: string[] = [];
  if (runIds(project).length > 1) faults.push("there is more than one run");
  if (twice.length > 0) faults.push(`ran again though they had finished: ${twice.join(", ")}`);
  if (finished !== trialsOf()) faults.push(`${finished} trials finished`);
  if (JSON.stringify(comparable(project.summary(run))) !== expected) {
    faults.push("the summary is not that of an undisturbed run");
  }
  const folder = join(project.folder, "reports", run);
  const events = await readEvents(folder);
  const starts = events.filter(({ type }) => type === "trial_started").length;
  if (starts !== trialsOf()) faults.push(`${starts} attempts count`);
  if ((await readRun(folder)).end !== "done") faults.push("the journal has no end");
  if (readdirSync(folder).some((name) => name.includes("run.lock"))) faults.push("a lock is left");
  return faults.map((fault) => `${run}: ${fault}`);
}

/** A third of the cases has one trial. */
function trialsOf(): number {
  const single = Math.floor(size.cases / 3);
  return single + (size.cases - single) * size.trials;
}

async function undisturbed(): Promise<{ readonly summary: string; readonly bytes: number }> {
  using project = resumableProject(size);
  await runIn(project.folder, [...args, suite]);
  const [run = ""] = project.runs();
  return {
    summary: JSON.stringify(comparable(project.summary(run))),
    bytes: journalBytes(project),
  };
}

/** Starts the run, or goes on with it, and kills it when its journal has grown by so many bytes. */
async function killOnce(project: ResumableProject, bytes: number): Promise<boolean> {
  const goal = journalBytes(project) + bytes;
  const command = [...programCommand, ...args, ...goOn(project)] as const;
  const { child, ended } = startCommand(command, project.folder);
  const watch = setInterval(() => {
    if (runIds(project).length > 0 && journalBytes(project) >= goal) child.kill("SIGKILL");
  }, 1);
  const { signal } = await ended;
  clearInterval(watch);
  return signal === "SIGKILL";
}

function goOn(project: ResumableProject): readonly string[] {
  const run = runIds(project).find((id) => bytesOf(project, id) > 0);
  return run === undefined ? [suite] : ["--resume", run];
}

function runIds(project: ResumableProject): readonly string[] {
  try {
    return project.runs();
  } catch {
    return [];
  }
}

function journalBytes(project: ResumableProject): number {
  return Math.max(0, ...runIds(project).map((run) => bytesOf(project, run)));
}

function bytesOf(project: ResumableProject, run: string): number {
  try {
    return statSync(join(project.folder, "reports", run, "events.jsonl")).size;
  } catch {
    return 0;
  }
}

function hasTornEnd(project: ResumableProject): boolean {
  return runIds(project).some((run) => {
    try {
      project.journal(run);
      return false;
    } catch {
      return true;
    }
  });
}
