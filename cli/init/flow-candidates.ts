import { AppError, AppErrors } from "../../src/core/errors/app-error.ts";
import type { Files } from "../../src/core/files.ts";
import { type Flow, listFlows, parseFlow } from "../../src/flow/index.ts";

/** A flow of the repository for which a first suite can be tried. */
export interface FlowCandidate {
  readonly flow: Flow;
  readonly reference: string;
  readonly version: string;
  readonly path: string;
}

/** The flows in some folders that can be read, the simplest first; of each its last version. */
export async function flowCandidates(
  folders: readonly string[],
  files: Files,
): Promise<readonly FlowCandidate[]> {
  const latest = new Map<string, FlowCandidate>();
  for (const { reference, version, format, path } of await listFlows(folders, files)) {
    const flow = format === "v1" ? readFlow((await files.read(path)) ?? "", path) : undefined;
    if (flow !== undefined) latest.set(reference, { flow, reference, version, path });
  }
  return [...latest.values()].toSorted(
    (a, b) => effort(a) - effort(b) || (a.reference < b.reference ? -1 : 1),
  );
}

function readFlow(text: string, path: string): Flow | undefined {
  try {
    return parseFlow(text, path);
  } catch (error) {
    // Whatever is wrong with it is what `lint` is for.
    if (error instanceof AppError || error instanceof AppErrors) return undefined;
    throw error;
  }
}

function effort({ flow }: FlowCandidate): number {
  return flow.environment === "ambient" ? flow.components.length : 0;
}
