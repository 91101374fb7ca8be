import { join } from "node:path";
import type { JsonObject } from "../../core/json.ts";
import type { Redactor } from "../../core/secrets/redactor.ts";
import { offeredToolsByName, type RunPlan, startedEvent } from "../../eval/index.ts";
import { ensureFolder, sha256Hex, systemClock, writeAtomic } from "../../platform/index.ts";
import { openJournal, type OfferedTools, type RunEvent } from "../../record/index.ts";
import type { RunSetting } from "../run-setting.ts";

/** Folder in a run's folder for what workers write. */
export const partsFolder = "parts";

/** What a part says of itself beside its journal. */
export const partFile = "part.json";

/** Where a case belongs in its run, and what a merged run says of the tools that it offers. */
export interface PartFacts {
  /** Where its test stands in the file. */
  readonly order: readonly number[];
  readonly tools: readonly (readonly [name: string, texts: OfferedTools])[];
}

/**
 * A run of one case, in a folder of its own: two workers never write to one file. Like every journal it
 * is on disk as far as it has come, whatever happens to the worker.
 */
export interface Part {
  readonly emit: (event: RunEvent) => void;
  /** Writes how the case was planned in the end, when all its checks are known. */
  finish(plan: RunPlan): Promise<void>;
}

/** Where and why a part is written. */
export interface PartPlace {
  readonly setting: RunSetting;
  readonly order: readonly number[];
  readonly redactor: Redactor;
}

/** Opens the part of a plan of one case. */
export async function openPart(plan: RunPlan, place: PartPlace): Promise<Part> {
  const { setting, order, redactor } = place;
  const started = (of: RunPlan): ReturnType<typeof startedEvent> => startedEvent(of, setting);
  const folder = join(setting.folder, partsFolder, partName(plan));
  const journal = await openJournal(await made(folder), started(plan), redactor);
  const facts: PartFacts = { order, tools: plan.cases.flatMap(offeredToolsByName) };
  const json: JsonObject = JSON.parse(JSON.stringify(facts));
  await writeAtomic(join(folder, partFile), `${JSON.stringify(json)}\n`);
  return {
    emit: (event) => void journal.append(event),
    async finish(final) {
      journal.append(started(final));
      const at = new Date(systemClock.now()).toISOString();
      journal.append({ type: "run_finished", at, reason: "done" });
      await journal.close();
    },
  };
}

async function made(folder: string): Promise<string> {
  await ensureFolder(folder);
  return folder;
}

/** Of the file too: what belongs to two files never meets, whatever they call it. */
function partName({ cases, suites }: RunPlan): string {
  const keys = cases.map(({ planned }) => [planned.suite, planned.case, planned.target]);
  return sha256Hex(JSON.stringify([suites.map(({ file }) => file), keys])).slice(0, 24);
}
