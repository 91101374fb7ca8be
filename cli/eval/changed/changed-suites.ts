import { dirname, resolve } from "node:path";
import type { Config } from "../../../src/config/index.ts";
import type { Suite, SuiteInput } from "../../../src/eval/index.ts";
import { type GitBase, openRepository, shownPath } from "../../../src/platform/index.ts";
import { count } from "../../../src/report/index.ts";
import { isFileChanged } from "../../changed/is-file-changed.ts";
import type { CliContext } from "../../context.ts";

/** The suites of which something changed since a commit. */
export interface ChangedSuites {
  readonly suites: readonly Suite[];
  /** How many of how many, in one line. */
  readonly summary: string;
  /** Why, a line for each of them. */
  readonly reasons: readonly string[];
}

export interface ChangedSetting {
  readonly flags: { readonly script?: string };
  readonly config: Config;
  readonly context: CliContext;
}

/**
 * Leaves out the suites that say what they said at the merge base with `ref`, of flows that did as well.
 *
 * @throws AppError where there is no repository, or no such commit.
 */
export async function changedSuites(
  suites: readonly Suite[],
  ref: string,
  setting: ChangedSetting,
): Promise<ChangedSuites> {
  const { cwd, signal } = setting.context;
  const repository = await openRepository(cwd, { signal });
  const since = await repository.baseOf(ref);
  const all = count(suites.length, "suite");
  const everywhere = await changeOfAll(since, setting);
  if (everywhere !== undefined) {
    const summary = `${suites.length} of ${all} to run: ${everywhere} changed since ${ref}`;
    return { suites, summary, reasons: [] };
  }
  const search = new ChangeSearch(since, setting.context);
  const changed: Suite[] = [];
  const reasons: string[] = [];
  for (const suite of suites) {
    const reason = await search.reasonFor(suite);
    if (reason === undefined) continue;
    changed.push(suite);
    reasons.push(`suite "${suite.id}" runs: ${reason}`);
  }
  const summary =
    changed.length === 0
      ? `nothing changed since ${ref} in ${all} or in what ${suites.length === 1 ? "it uses" : "they use"}`
      : `${changed.length} of ${all} to run: something of ${changed.length === 1 ? "it" : "them"} changed since ${ref}`;
  return { suites: changed, summary, reasons };
}

/** What concerns every suite. */
async function changeOfAll(
  since: GitBase,
  { flags, config, context: { cwd, files } }: ChangedSetting,
): Promise<string | undefined> {
  const compared = { since, files };
  if (await isFileChanged(resolve(cwd, "flowproof.yml"), compared)) return "flowproof.yml";
  const { script } = flags;
  if (script !== undefined && (await isFileChanged(resolve(cwd, script), compared))) return script;
  const { tools } = config.registries;
  if (tools === undefined) return undefined;
  const folder = resolve(cwd, tools);
  const names = new Set([
    ...(await files.list(folder)).map((name) => resolve(folder, name)),
    ...(await since.list(folder)),
  ]);
  for (const path of names) if (await isFileChanged(path, compared)) return shownPath(path, cwd);
  return undefined;
}

const words: Readonly<Record<SuiteInput["kind"], string>> = {
  suite: "its own file",
  cases: "its file of cases",
  script: "its script",
  mock: "a result of its mocks",
  fake: "a file of its fakes",
  folder: "the files of its fakes",
  flow: "its flow",
  registry: "a prompt or schema of its flow",
  target: "a file of its target",
  history: "a conversation that its cases continue",
};

/** Asks about each file once, however many suites use it. */
class ChangeSearch {
  private readonly since: GitBase;
  private readonly context: CliContext;
  private readonly asked = new Map<string, Promise<boolean>>();

  constructor(since: GitBase, context: CliContext) {
    this.since = since;
    this.context = context;
  }

  async reasonFor({ inputs }: Suite): Promise<string | undefined> {
    const { cwd } = this.context;
    for (const { path, kind } of inputs) {
      if (kind === "folder") continue;
      if (await this.isChanged(path)) return `${words[kind]}, ${shownPath(path, cwd)}, changed`;
    }
    for (const { path, kind } of inputs) {
      if (kind !== "flow" && kind !== "registry" && kind !== "folder") continue;
      // A constraint may have meant the version that is gone.
      const [gone] = await this.since.deletedIn(kind === "folder" ? path : dirname(path));
      if (gone !== undefined) return `${shownPath(gone, cwd)}, beside ${words[kind]}, is gone`;
    }
    return undefined;
  }

  private isChanged(path: string): Promise<boolean> {
    const { files } = this.context;
    const known = this.asked.get(path) ?? isFileChanged(path, { since: this.since, files });
    this.asked.set(path, known);
    return known;
  }
}
