import { basename, dirname, join } from "node:path";
import type { Files } from "../../../src/core/files.ts";
import { type FlowChange, flowIdentity, nearestLower } from "../../../src/lint/index.ts";
import type { GitBase } from "../../../src/platform/index.ts";

const ending = ".yml";

/** What a commit says of the file of a flow and of the versions beside it. */
export async function changeOf(path: string, base: GitBase, files: Files): Promise<FlowChange> {
  if (await base.has(path)) {
    // What was no text was no flow, and whatever it is now is a repair.
    return { base: base.ref, before: (await base.read(path)) ?? "", lower: undefined };
  }
  return { base: base.ref, before: undefined, lower: await lowerOf(path, base, files) };
}

async function lowerOf(path: string, base: GitBase, files: Files): Promise<FlowChange["lower"]> {
  const identity = flowIdentity(path);
  if (identity === undefined) return undefined;
  const folder = dirname(path);
  const then = (await base.list(folder)).filter((each) => dirname(each) === folder);
  const names = [...(await files.list(folder)), ...then.map((each) => basename(each))];
  const versions = names
    .filter((name) => name.endsWith(ending))
    .map((name) => basename(name, ending));
  const version = nearestLower(identity.version, versions);
  if (version === undefined) return undefined;
  const lower = join(folder, `${version}${ending}`);
  const text = (await base.read(lower)) ?? (await files.read(lower));
  return text === undefined ? undefined : { version, text };
}
