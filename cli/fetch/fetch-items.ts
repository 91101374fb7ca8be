import { resolve } from "node:path";
import {
  type FetchRequest,
  type Layout,
  parseFetchRequests,
  syncCatalog,
  type SyncResult,
} from "../../src/catalog/index.ts";
import { type Config, loadConfig } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { shownPath } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { gitlabClient } from "../gitlab/gitlab-client.ts";
import { gitlabToken } from "../gitlab/gitlab-token.ts";
import { gitlabUrl } from "../gitlab/gitlab-url.ts";
import { knowledgeOf } from "../lint/knowledge-of.ts";
import { fetchDocument } from "./fetch-document.ts";
import type { FetchFlags } from "./fetch-flags.ts";
import { fetchText } from "./fetch-text.ts";
import { parsePins, wishesFor } from "./version-pins.ts";

/** What is fetched, and what stands on the command line besides flags. */
export interface FetchCall {
  readonly kind: "agent" | "flow";
  readonly args: readonly string[];
}

/** `flowproof fetch agents|flows`: items of a catalog in, configs and a lock out. */
export async function fetchItems(
  call: FetchCall,
  flags: FetchFlags,
  context: CliContext,
): Promise<ExitCode> {
  if (flags.version === true) {
    context.stdout(`${context.versions.flowproof}\n`);
    return exitCode.ok;
  }
  const [url, secret, ...lists] = call.args;
  checkFlags(flags, call);
  const token = gitlabToken(secret ?? "-", context.env, { needed: true });
  context.hide?.(token);
  const pins = parsePins(flags.version ?? []);
  const requests = requestsOf(lists, flags);
  const config = await loadConfig(context.cwd, context.files);
  const client = gitlabClient(gitlabUrl(url ?? "-", config, context), { token, flags, context });
  const place = placeOf(flags, config, context);
  const result = await syncCatalog({
    client,
    files: context.files,
    shown: (path) => shownPath(path, context.cwd),
    kind: call.kind,
    ...place,
    requests,
    wishFor: wishesFor(pins, flags),
    frozen: flags.frozen === true,
    lint: flags.lint,
    knowledge: await knowledgeOf(config, context),
    acceptChanged: flags.acceptChanged === true,
    overwrite: flags.overwrite === true,
    dryRun: flags.dryRun === true || flags.check === true,
    jobs: flags.jobs,
    signal: context.signal,
    onFetched: (items) => pins.checkUsed(items.map(({ reference }) => reference)),
  });
  if (context.signal.aborted) return exitCode.interrupted;
  return say(result, { flags, context, folder: place.folder });
}

function checkFlags({ frozen, ...flags }: FetchFlags, { kind, args }: FetchCall): void {
  if (args.length > 3) {
    throw usage(
      `unexpected "${args[3] ?? ""}"`,
      `the items are one argument: "duo_planner:348,ci_expert_agent:1004583"`,
    );
  }
  if (args.length < 3 && frozen !== true) {
    throw usage(
      "the items to fetch are missing",
      `fetch ${kind}s <url> <token> "<reference>:<id>,…"; - - take the address and the token from flowproof.yml and GITLAB_TOKEN`,
    );
  }
  const clash = (["acceptChanged", "includeDrafts", "allVersions", "version"] as const).find(
    (name) => flags[name] !== undefined,
  );
  if (frozen !== true || clash === undefined) return;
  const name = clash.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw usage(
    `--frozen fetches what the lock says, so --${name} means nothing`,
    "leave one of them out",
  );
}

function usage(message: string, hint: string): AppError {
  return new AppError("CLI_USAGE", message, { hint });
}

function requestsOf(
  [list]: readonly string[],
  { frozen }: FetchFlags,
): readonly FetchRequest[] | undefined {
  if (list === undefined && frozen === true) return undefined;
  return parseFetchRequests(list ?? "");
}

/** Where to write. A folder that is named is taken as it is; a registry has a place for each format. */
function placeOf(
  { outputPath, layout: style, flowRegistryVersion: format }: FetchFlags,
  { registries }: Config,
  { cwd }: CliContext,
): { readonly folder: string; readonly layout: Layout } {
  if (outputPath?.trim() === "") {
    throw usage("--output-path is empty", "name a folder; . is this one");
  }
  const isRegistry = outputPath === undefined;
  const folder = resolve(cwd, outputPath ?? registries.flows[0] ?? "flows");
  return { folder, layout: { style, format, isRegistry } };
}

function say(
  result: SyncResult,
  { flags, context, folder }: { flags: FetchFlags; context: CliContext; folder: string },
): ExitCode {
  const shown = shownPath(folder, context.cwd);
  const isDry = flags.dryRun === true || flags.check === true;
  if (flags.format === "json") {
    context.stdout(fetchDocument(result, { folder: shown, written: result.changed && !isDry }));
  } else {
    const { text, summary } = fetchText(result, { folder: shown, isDry });
    context.stdout(text);
    if (flags.quiet !== true) context.stderr(`${summary}\n`);
  }
  if (flags.check !== true || !result.changed) return exitCode.ok;
  if (flags.quiet !== true) context.stderr("exit 1: the catalog has moved on\n");
  return exitCode.findings;
}
