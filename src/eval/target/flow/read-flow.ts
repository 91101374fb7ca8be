import { isAbsolute, join } from "node:path";
import type { JsonObject } from "../../../core/json.ts";
import { shownPath } from "../../../platform/index.ts";
import { sessionOf } from "../../suite/session.ts";
import type { TargetBlock, TargetFrame } from "../target-frame.ts";
import type { FlowTarget } from "./flow-target.ts";

/**
 * Reads a target that is a flow, with what the matrix adds to it.
 *
 * @throws AppError or AppErrors for a flow that cannot be used
 */
export async function readFlow(
  value: JsonObject,
  { model }: TargetBlock,
  { files, folder, cwd, flows, onFlow }: TargetFrame,
): Promise<Omit<FlowTarget, "name"> | undefined> {
  const { flow: written, version } = value;
  if (typeof written !== "string") return undefined;
  const isFile = isFlowPath(written);
  const named = typeof version === "string" ? `${written}@${version}` : written;
  // What the registry understands: a path from the working directory, or `reference@constraint`.
  const wanted = isFile
    ? shownPath(isAbsolute(written) ? written : join(folder, written), cwd)
    : named;
  const loaded = await flows.resolve(wanted);
  onFlow(loaded);
  const { flow, version: resolved, path: file, registries, registryTexts } = loaded;
  return {
    kind: "flow",
    flow,
    reference: written,
    version: resolved,
    versionIsDefault: !isFile && version === undefined && !written.includes("@"),
    source: (await files.read(isAbsolute(file) ? file : join(cwd, file))) ?? "",
    model,
    session: sessionOf(value),
    registries,
    registryTexts,
  };
}

/** Whether a flow is named by its file. */
export function isFlowPath(written: string): boolean {
  return written.includes("/") || written.includes("\\") || /\.ya?ml$/iu.test(written);
}
