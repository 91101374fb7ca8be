import { resolve } from "node:path";
import type { Config } from "../../../src/config/index.ts";
import { lockFileName } from "../../../src/flow/index.ts";
import { flowIdentity, type LintSource } from "../../../src/lint/index.ts";
import type { GitBase } from "../../../src/platform/index.ts";
import type { CliContext } from "../../context.ts";
import type { FoundDefinitions } from "../definitions/find-definitions.ts";
import type { LintFlags } from "../lint-flags.ts";
import { changeOf } from "./change-of.ts";
import { comparedBases } from "./compared-bases.ts";
import { deletedFlows } from "./deleted-flows.ts";
import { selectChanged } from "./select-changed.ts";
import { selectDefinitions } from "./select-definitions.ts";

/** What is linted of the flows that were selected, and with what it is compared. */
export interface ComparedSelection {
  readonly paths: readonly string[];
  /** Files of definitions, by absolute paths. */
  readonly definitions: readonly string[];
  readonly notices: readonly string[];
  /** Whether any other file is linted: all are, unless only what changed is. */
  readonly isSelected: (path: string) => Promise<boolean>;
  /** Whether released flows are gone, which is reported in their place. */
  readonly hasDeleted: boolean;
  /** Adds to what was read what the base says of it, and the released flows that are gone. */
  compare(sources: AsyncIterable<LintSource>): AsyncIterable<LintSource>;
}

export interface CompareSetting {
  /** Of the command line. */
  readonly paths: readonly string[];
  readonly flags: LintFlags;
  readonly config: Config;
  readonly context: CliContext;
  readonly definitions: Pick<FoundDefinitions, "known" | "linted">;
}

/** Leaves out what did not change, if `--changed-since` asks for that, and compares with the base, if there is one. */
export async function compareSelection(
  selected: readonly string[],
  { paths, flags, config, context, definitions: found }: CompareSetting,
): Promise<ComparedSelection> {
  const { cwd, files } = context;
  const { since, base } = await comparedBases(flags, context);
  // One that is gone has changed as well.
  const usual = config.registries.flows.map((folder) => resolve(cwd, folder, "definitions.yml"));
  const definitions = [...new Set([...usual, ...found.known])];
  const locks = config.registries.flows.map((folder) => resolve(cwd, folder, lockFileName));
  const setting = { cwd, files, config, definitions, locks };
  const changed = since === undefined ? undefined : await selectChanged(selected, since, setting);
  const deleted = base === undefined ? [] : await deletedFlows(base, { cwd, paths, config });
  return {
    paths: changed?.paths ?? selected,
    definitions: await selectDefinitions(found.linted, {
      since,
      flows: [...(changed?.paths ?? []), ...deleted.map(({ path }) => path)],
      files,
    }),
    isSelected: async (path) => since === undefined || since.isChanged(path),
    hasDeleted: deleted.length > 0,
    notices: changed === undefined ? [] : [changed.notice],
    async *compare(sources) {
      for await (const source of sources) {
        yield { ...source, ...(await knownOf(source, base, context)) };
      }
      yield* deleted;
    },
  };
}

async function knownOf(
  { path }: LintSource,
  base: GitBase | undefined,
  { cwd, files }: CliContext,
): Promise<Pick<LintSource, "identity" | "change">> {
  const absolute = resolve(cwd, path);
  const identity = flowIdentity(absolute);
  // Standard input without a name is no file of any commit.
  if (base === undefined || path.startsWith("<")) return { identity };
  return { identity, change: await changeOf(absolute, base, files) };
}
