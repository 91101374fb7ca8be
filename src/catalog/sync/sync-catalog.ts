import { join } from "node:path";
import pLimit from "p-limit";
import { AppError, AppErrors, throwAll } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import type { FlowKnowledge, Lock, LockedItem } from "../../flow/index.ts";
import type { GitLabClient } from "../../gitlab/index.ts";
import { recoverWrites } from "../../platform/index.ts";
import { loadLock } from "../lock/load-lock.ts";
import { lockText } from "../lock/lock-text.ts";
import { emptyLock } from "../lock/locked-entries.ts";
import { checkConfig } from "./check-config.ts";
import { fetchItem } from "./fetch-item.ts";
import { fetchLocked } from "./fetch-locked.ts";
import type { FetchRequest } from "./fetch-request.ts";
import type { FetchedConfig, FetchedItem } from "./fetched-config.ts";
import { type Layout, pathOf } from "./layout.ts";
import { planSync, type SyncPlan } from "./plan-sync.ts";
import type { VersionWish } from "./select-versions.ts";
import { writePlan } from "./write-plan.ts";

export interface SyncOptions {
  readonly client: GitLabClient;
  readonly files: Files;
  /** Absolute path of the folder to write to, which may be missing. */
  readonly folder: string;
  /** A path as messages print it. */
  readonly shown: (path: string) => string;
  readonly kind: "agent" | "flow";
  readonly layout: Layout;
  /** Undefined with `frozen`: everything of the kind that the lock has. */
  readonly requests: readonly FetchRequest[] | undefined;
  readonly wishFor: (reference: string) => VersionWish;
  /** Fetch what the lock says and nothing else. */
  readonly frozen: boolean;
  readonly lint: boolean;
  /** What the service's rules know of tools, prompts and response schemas; what is bundled when left out. */
  readonly knowledge?: FlowKnowledge | undefined;
  readonly acceptChanged: boolean;
  readonly overwrite: boolean;
  readonly dryRun: boolean;
  /** How many items are fetched at the same time. */
  readonly jobs: number;
  readonly signal?: AbortSignal | undefined;
  /** Looks at everything that was fetched before anything is written; may throw. */
  readonly onFetched?: ((items: readonly FetchedItem[]) => void) | undefined;
}

export interface SyncResult extends Pick<SyncPlan, "configs"> {
  readonly fetched: readonly FetchedItem[];
  /** Whether anything was written, or would have been. */
  readonly changed: boolean;
}

/**
 * Brings a folder of flows to what an instance's catalog has. Everything is fetched and checked before
 * the first file is written; then all of it is written, and the lock, or nothing.
 *
 * @throws AppError or AppErrors with everything that was wrong with any of the items
 */
export async function syncCatalog(options: SyncOptions): Promise<SyncResult> {
  const { folder, files, shown, client, layout, dryRun } = options;
  if (!dryRun) await recoverWrites(folder);
  const before = await loadLock(folder, { files, shown });
  const lock = before?.lock ?? emptyLock;
  const fetched = await fetchAll(withLockedPins(options, lock), lock.items);
  options.onFetched?.(fetched);
  const texts = await readPlaces(fetched, options);
  const plan = planSync(fetched, {
    lock,
    instance: client.instance.url,
    layout,
    textAt: (path) => texts.get(path),
    acceptChanged: options.acceptChanged,
    overwrite: options.overwrite,
  });
  throwAll(plan.errors);
  const text = lockText(plan.lock);
  const changed = plan.writes.length > 0 || text !== before?.text;
  if (changed && !dryRun && options.signal?.aborted !== true) {
    const from = { files, lockText: before?.text, textAt: (path: string) => texts.get(path) };
    await writePlan(folder, { writes: plan.writes, lock: text }, from);
  }
  return { configs: plan.configs, fetched, changed };
}

/** All versions are also those that were pinned before. */
function withLockedPins(options: SyncOptions, { items }: Lock): SyncOptions {
  return {
    ...options,
    wishFor(reference) {
      const wish = options.wishFor(reference);
      if (!wish.all) return wish;
      const locked = items.filter((item) => item.reference === reference);
      const pins = locked.flatMap(({ versions }) => versions.map(({ constraint }) => constraint));
      const before = pins.filter((pin) => pin !== undefined);
      return { ...wish, constraints: [...new Set([...before, ...wish.constraints])] };
    },
  };
}

async function fetchAll(
  options: SyncOptions,
  locked: readonly LockedItem[],
): Promise<readonly FetchedItem[]> {
  const limit = pLimit(options.jobs);
  const fetches = options.frozen ? frozenFetches(options, locked) : freeFetches(options);
  const results = await Promise.all(fetches.map((fetch) => limit(() => settled(fetch, options))));
  throwAll(results.flatMap(({ errors }) => errors));
  return results.flatMap(({ item }) => item ?? []);
}

interface Fetched {
  readonly item?: FetchedItem;
  readonly errors: readonly AppError[];
}

/** Checked while others are waited for. One item that fails shall not hide what is wrong with others. */
async function settled(
  fetch: () => Promise<FetchedItem>,
  { lint, layout, knowledge }: SyncOptions,
): Promise<Fetched> {
  try {
    const item = await fetch();
    const check = (config: FetchedConfig): readonly AppError[] =>
      checkConfig(item, config, { format: layout.format, knowledge });
    return { item, errors: lint ? item.configs.flatMap(check) : [] };
  } catch (error) {
    if (error instanceof AppErrors) return { errors: error.errors };
    if (error instanceof AppError) return { errors: [error] };
    throw error;
  }
}

function freeFetches(options: SyncOptions): readonly (() => Promise<FetchedItem>)[] {
  return (options.requests ?? []).map((request) => () => fetchItem(request, options));
}

function frozenFetches(
  options: SyncOptions,
  locked: readonly LockedItem[],
): readonly (() => Promise<FetchedItem>)[] {
  const { requests, client, signal, kind, layout } = options;
  const candidates = locked.filter((item) => {
    return (
      (item.kind === "agent") === (kind === "agent") && item.flowRegistryVersion === layout.format
    );
  });
  const wanted = requests?.map((request) => lockedFor(request, candidates)) ?? candidates;
  if (wanted.length === 0) {
    const isOther = locked.some((item) => (item.kind === "agent") === (kind === "agent"));
    // A lock that is there, and has the other kind only, has been obeyed.
    if (requests === undefined && locked.length > 0 && !isOther) return [];
    const format = layout.format === "v1" ? "experimental" : "v1";
    throw new AppError("CATALOG_NOT_LOCKED", `the lock has no ${kind}s to fetch`, {
      hint: isOther
        ? `those that it has are of the other format: --flow-registry-version ${format}`
        : "fetch them once without --frozen",
    });
  }
  throwAll(wanted.flatMap((item) => otherInstance(item, client)));
  return wanted.map((item) => () => fetchLocked(item, { client, signal }));
}

function lockedFor({ id, reference }: FetchRequest, locked: readonly LockedItem[]): LockedItem {
  const item = locked.find((each) => {
    return each.id === id && (reference === undefined || each.reference === reference);
  });
  if (item !== undefined) return item;
  const number = id.slice(id.lastIndexOf("/") + 1);
  const what = reference === undefined ? `item ${number}` : `"${reference}" as item ${number}`;
  throw new AppError("CATALOG_NOT_LOCKED", `the lock does not have ${what}`, {
    hint: "fetch it once without --frozen",
  });
}

function otherInstance(
  { reference, instance }: LockedItem,
  { instance: { url } }: GitLabClient,
): readonly AppError[] {
  if (instance === url) return [];
  const message = `"${reference}" is locked from ${instance} and not from ${url}`;
  return [new AppError("CATALOG_NOT_LOCKED", message, { hint: "give the address of the lock" })];
}

async function readPlaces(
  fetched: readonly FetchedItem[],
  { folder, files, layout }: SyncOptions,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const item of fetched) {
    for (const config of item.configs) {
      const path = pathOf(config, item, layout);
      const text = await files.read(join(folder, path));
      if (text !== undefined) texts.set(path, text);
    }
  }
  return texts;
}
