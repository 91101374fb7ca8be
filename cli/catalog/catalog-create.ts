import { resolve } from "node:path";
import {
  askBuiltInTools,
  askProject,
  createItem,
  draftItem,
  type ItemDraft,
  itemNumber,
  planCreation,
  type PlannedItem,
} from "../../src/catalog/index.ts";
import type { Config } from "../../src/config/index.ts";
import { AppError, AppErrors, throwAll } from "../../src/core/errors/app-error.ts";
import { didYouMean } from "../../src/core/text/suggest.ts";
import { inspectFlow, listFlows, type RegisteredFlow } from "../../src/flow/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { openInstance } from "../gitlab/open-instance.ts";
import type { CatalogCreateFlags } from "./catalog-flags.ts";
import { creationDocument, creationText, fetchCommands, planText } from "./creation-text.ts";
import { definedNames } from "./defined-items.ts";

/** `flowproof catalog create`: makes on an instance what it lacks of the local agents and flows. */
export async function catalogCreate(
  references: readonly string[],
  flags: CatalogCreateFlags,
  context: CliContext,
): Promise<ExitCode> {
  const { client, config } = await openInstance(flags, context, { needsToken: true });
  const { signal } = context;
  const drafts = await draftsOf(references, config, context);
  const tools = await askBuiltInTools(client, signal);
  const builtInTools = new Map(tools.map(({ name, id }) => [name, id]));
  const project = await askProject(flags.project, client, signal);
  const plan = await planCreation(drafts, {
    client,
    project,
    builtInTools: new Set(builtInTools.keys()),
    mcpTools: new Set(config.lint.mcpTools),
    signal,
  });
  throwAll(plan.errors);
  const missing = plan.items.filter(({ existing }) => existing === undefined);
  if (missing.length > 0) await confirm(missing, { flags, context, url: client.instance.url });
  const made: PlannedItem[] = [];
  try {
    for (const { draft, existing } of plan.items) {
      const id =
        existing ??
        (await createItem(draft, {
          client,
          project,
          public: flags.public === true,
          release: flags.draft !== true,
          builtInTools,
          signal,
        }));
      made.push({ draft, existing: id });
      if (existing === undefined && flags.format === "pretty") {
        context.stdout(creationText(draft, itemNumber(id)));
      }
    }
  } finally {
    // What was made stays made, also where a later one fails.
    const created = made.filter((_, index) => plan.items[index]?.existing === undefined);
    context.stdout(
      flags.format === "json"
        ? creationDocument(made, created)
        : fetchCommands(made, client.instance.url),
    );
  }
  return signal.aborted ? exitCode.interrupted : exitCode.ok;
}

async function draftsOf(
  references: readonly string[],
  config: Config,
  context: CliContext,
): Promise<readonly ItemDraft[]> {
  const { cwd, files } = context;
  const folders = config.registries.flows.map((folder) => resolve(cwd, folder));
  const newest = newestOfEach(await listFlows(folders, files));
  const unknown = references.filter((reference) => !newest.has(reference));
  throwAll(
    unknown.map((reference) => {
      const message = `there is no flow "${reference}" in ${config.registries.flows.join(", ")}`;
      return new AppError("FLOW_NOT_FOUND", message, {
        hint: didYouMean(reference, [...newest.keys()]),
      });
    }),
  );
  const names = await definedNames(config, context);
  const wanted = references.length > 0 ? references : [...newest.keys()];
  const drafts: ItemDraft[] = [];
  const errors: AppError[] = [];
  for (const reference of wanted) {
    const path = newest.get(reference)?.path ?? "";
    const text = (await files.read(path)) ?? "";
    const { flow } = inspectFlow(text, path);
    try {
      drafts.push(draftItem({ reference, text, flow, ...names.get(reference) }));
    } catch (error) {
      if (error instanceof AppError) errors.push(error);
      else throw error;
    }
  }
  if (errors.length > 0) throw new AppErrors(errors);
  return drafts;
}

/** Flows are sorted by version. */
function newestOfEach(flows: readonly RegisteredFlow[]): ReadonlyMap<string, RegisteredFlow> {
  const stable = flows.filter(({ version }) => /^\d+\.\d+\.\d+$/.test(version));
  return new Map(stable.map((flow) => [flow.reference, flow]));
}

interface Confirmation {
  readonly flags: CatalogCreateFlags;
  readonly context: CliContext;
  readonly url: string;
}

async function confirm(
  missing: readonly PlannedItem[],
  { flags, context, url }: Confirmation,
): Promise<void> {
  const question = planText(missing, { url, project: flags.project });
  if (flags.yes === true) return;
  if (context.confirm === undefined) {
    throw new AppError("CLI_USAGE", question, {
      hint: "nobody can be asked here: say --yes where that is right",
    });
  }
  if (await context.confirm(`${question}?`)) return;
  throw new AppError("CLI_USAGE", "nothing was created", { hint: "the answer was not yes" });
}
