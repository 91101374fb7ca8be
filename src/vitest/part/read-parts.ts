import { join } from "node:path";
import { diskFiles, readText } from "../../platform/index.ts";
import { readEvents, type RunEvent, type RunStarted, withWholeTexts } from "../../record/index.ts";
import { type PartFacts, partFile, partsFolder } from "./part.ts";

/** A part as it was read. What happened in it is read when it is wanted: there may be many. */
export interface ReadPart extends PartFacts {
  readonly folder: string;
  /** As it was planned in the end. */
  readonly started: RunStarted;
}

/** The parts of a run, in the order in which their cases are written; none where nothing was asked. */
export async function readParts(runFolder: string): Promise<readonly ReadPart[]> {
  const folder = join(runFolder, partsFolder);
  const parts: ReadPart[] = [];
  for (const name of await diskFiles.list(folder)) {
    const part = await readPart(join(folder, name));
    if (part !== undefined) parts.push(part);
  }
  return parts.toSorted(inOrder);
}

/** Undefined for one that was cut off before it had begun. */
async function readPart(folder: string): Promise<ReadPart | undefined> {
  const names = await diskFiles.list(folder);
  if (!names.includes("events.jsonl") || !names.includes(partFile)) return undefined;
  const events = await readEvents(folder);
  const started = events.findLast((event) => event.type === "run_started");
  if (started === undefined) return undefined;
  const facts: PartFacts = JSON.parse(await readText(join(folder, partFile)));
  return { ...facts, folder, started };
}

/**
 * Everything between the first event of a part and the last, trial by trial: which of two that run side by
 * side spoke first says nothing, and is not the same each time.
 */
export async function eventsOf({ folder }: ReadPart): Promise<readonly RunEvent[]> {
  const events = withWholeTexts(await readEvents(folder));
  const between = events.filter(({ type }) => type !== "run_started" && type !== "run_finished");
  return between.toSorted((a, b) => trialOf(a) - trialOf(b));
}

function trialOf(event: RunEvent): number {
  return "trial" in event ? event.trial : 0;
}

/** By suite, file and place in the file, then by target. */
function inOrder(a: ReadPart, b: ReadPart): number {
  return (
    compareTexts(suiteOf(a), suiteOf(b)) ||
    compareTexts(fileOf(a), fileOf(b)) ||
    compareNumbers(a.order, b.order) ||
    compareTexts(keyOf(a), keyOf(b))
  );
}

function suiteOf({ started }: ReadPart): string {
  return started.suites[0]?.suite ?? "";
}

function fileOf({ started }: ReadPart): string {
  return started.suites[0]?.file ?? "";
}

function keyOf({ started }: ReadPart): string {
  const [planned] = started.plan;
  return JSON.stringify([planned?.case, planned?.target]);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
