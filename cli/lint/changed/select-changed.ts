import { join, resolve } from "node:path";
import type { Files } from "../../../src/core/files.ts";
import type { GitBase } from "../../../src/platform/index.ts";
import { isFileChanged } from "../../changed/is-file-changed.ts";
import { changedDefinitions } from "./changed-definitions.ts";
import type { ChangedSetting } from "./changed-setting.ts";
import { createUse, type FlowUse } from "./flow-use.ts";

/** Why a flow is linted, in the order in which reasons count. */
export type ChangeReason = "changed" | "prompt" | "schema" | "definition";

export interface ChangedSelection {
  /** Absolute paths, in the order in which they were given. */
  readonly paths: readonly string[];
  /** Tells how many of how many flows are linted, and why. */
  readonly notice: string;
}

/** Of some flows those that changed since a commit, and those that use something that did. */
export async function selectChanged(
  paths: readonly string[],
  since: GitBase,
  setting: ChangedSetting,
): Promise<ChangedSelection> {
  const all = `${paths.length} ${paths.length === 1 ? "flow" : "flows"}`;
  const { files } = setting;
  if (await isFileChanged(join(setting.cwd, "flowproof.yml"), { since, files })) {
    return { paths, notice: `${paths.length} of ${all}: flowproof.yml changed` };
  }
  const use = await createUse(since, setting);
  const named = await changedDefinitions(since, setting);
  const reasons = new Map<string, ChangeReason>();
  for (const path of paths) {
    const reason = await reasonFor(path, { since, use, named, files });
    if (reason !== undefined) reasons.set(path, reason);
  }
  const notice =
    reasons.size === 0
      ? `no flow changed since ${since.ref}, nor anything that flows use: 0 of ${all}`
      : `${reasons.size} of ${all}: ${causes([...reasons.values()])}`;
  return { paths: paths.filter((path) => reasons.has(path)), notice };
}

interface Changes {
  readonly since: GitBase;
  readonly use: FlowUse;
  /** Whether a changed definition names a flow. */
  readonly named: (path: string) => boolean;
  readonly files: Files;
}

async function reasonFor(
  path: string,
  { since, use, named, files }: Changes,
): Promise<ChangeReason | undefined> {
  const absolute = resolve(path);
  if (await since.isChanged(absolute)) return "changed";
  if (use.isPossible) {
    const reason = await use.reasonFor(await files.read(absolute).catch(() => undefined));
    if (reason !== undefined) return reason;
  }
  return named(absolute) ? "definition" : undefined;
}

const told: readonly (readonly [ChangeReason, one: string, many: string])[] = [
  ["changed", "changed", "changed"],
  ["prompt", "uses a changed prompt", "use a changed prompt"],
  ["schema", "uses a changed response schema", "use a changed response schema"],
  ["definition", "is named by a changed definition", "are named by a changed definition"],
];

function causes(reasons: readonly ChangeReason[]): string {
  return told
    .flatMap(([reason, one, many]) => {
      const count = reasons.filter((each) => each === reason).length;
      return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
    })
    .join(", ");
}
