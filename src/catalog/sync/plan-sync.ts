import { AppError } from "../../core/errors/app-error.ts";
import type { Lock, LockedItem, LockedVersion } from "../../flow/index.ts";
import type { PlannedWrite } from "../../platform/index.ts";
import { itemNumber } from "../item-number.ts";
import { digestOf } from "../lock/digest.ts";
import { type FetchedConfig, type FetchedItem, localVersion } from "./fetched-config.ts";
import { type Layout, pathOf } from "./layout.ts";

/** What stands on disk and in the lock, and what may be done to it. */
export interface SyncState {
  readonly lock: Lock;
  readonly instance: string;
  readonly layout: Layout;
  /** The text of a file below the folder; undefined where there is none. */
  readonly textAt: (path: string) => string | undefined;
  /** Take what the instance has now, also where the lock says otherwise. */
  readonly acceptChanged: boolean;
  /** Replace files that were edited by hand. */
  readonly overwrite: boolean;
}

/** One config of a plan: what becomes of its file. */
export interface PlannedConfig {
  readonly reference: string;
  readonly version: string;
  readonly path: string;
  readonly action: "add" | "change" | "keep";
  /** What the instance has. */
  readonly text: string;
  /** What stands in its place. */
  readonly before: string | undefined;
}

export interface SyncPlan {
  readonly configs: readonly PlannedConfig[];
  readonly writes: readonly PlannedWrite[];
  readonly lock: Lock;
  readonly errors: readonly AppError[];
}

/** What has to be done so that a folder holds what was fetched. Pure: nothing is written yet. */
export function planSync(fetched: readonly FetchedItem[], state: SyncState): SyncPlan {
  const items = [...state.lock.items];
  const configs: PlannedConfig[] = [];
  const writes: PlannedWrite[] = [];
  const errors: AppError[] = [...takenTwice(fetched, state.layout)];
  for (const each of fetched) {
    const index = items.findIndex((item) => isSame(item, each, state.layout));
    const before = items[index];
    const neighbor = neighborIn(items, each, state.layout);
    if (neighbor !== undefined) {
      errors.push(neighbor);
      continue;
    }
    const other = before === undefined ? undefined : otherItem(before, each, state);
    if (other !== undefined && !state.acceptChanged) {
      errors.push(other);
      continue;
    }
    // Versions of an item that the reference no longer means say nothing about this one.
    const known = other === undefined ? (before?.versions ?? []) : [];
    const planned = each.configs.map((config) => planConfig(config, each, { state, known }));
    for (const { config, write, error } of planned) {
      configs.push(config);
      if (write !== undefined) writes.push(write);
      if (error !== undefined) errors.push(error);
    }
    const versions = merged(
      known,
      planned.map(({ locked }) => locked),
    );
    const after = lockedItem(each, state, versions);
    if (index < 0) items.push(after);
    else items[index] = after;
  }
  return { configs, writes, errors, lock: { schemaVersion: 1, items } };
}

function isSame(
  item: LockedItem,
  { reference, item: { kind } }: FetchedItem,
  layout: Layout,
): boolean {
  return (
    item.reference === reference &&
    (item.kind === "agent") === (kind === "agent") &&
    item.flowRegistryVersion === layout.format
  );
}

/** An item of the lock that is another one, and has its files in the same folder. */
function neighborIn(
  items: readonly LockedItem[],
  each: FetchedItem,
  layout: Layout,
): AppError | undefined {
  const places = each.configs.flatMap((config) => {
    const path = pathOf(config, each, layout);
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    return folder.endsWith(`${each.reference}/`) ? [folder] : [path];
  });
  const isTaken = ({ path }: LockedVersion): boolean => places.some((at) => path.startsWith(at));
  const neighbor = items.find((item) => {
    return !isSame(item, each, layout) && item.versions.some(isTaken);
  });
  if (neighbor === undefined) return undefined;
  const { kind, id, flowRegistryVersion } = neighbor;
  const what = `${flowRegistryVersion} ${kind.replaceAll("_", " ")} ${itemNumber(id)}`;
  const message = `the folder of "${each.reference}" is that of the ${what}`;
  const hint = `give it another reference: another_${each.reference}:${itemNumber(each.item.id)}`;
  return new AppError("CATALOG_REFERENCE_TAKEN", message, { hint });
}

function otherItem(
  before: LockedItem,
  { reference, item }: FetchedItem,
  { instance }: SyncState,
): AppError | undefined {
  if (before.id === item.id && before.instance === instance) return undefined;
  const [old, now] = [before.id, item.id].map(itemNumber);
  const message =
    before.instance === instance
      ? `the lock knows "${reference}" as item ${old} and not ${now}`
      : `the lock has "${reference}" from ${before.instance} and not from ${instance}`;
  return new AppError("CATALOG_REFERENCE_TAKEN", message, {
    hint: "choose another reference, or take this item from now on with --accept-changed",
  });
}

interface ConfigPlan {
  readonly config: PlannedConfig;
  readonly locked: LockedVersion;
  readonly write?: PlannedWrite;
  readonly error?: AppError | undefined;
}

function planConfig(
  fetched: FetchedConfig,
  { reference, item }: FetchedItem,
  { state, known }: { readonly state: SyncState; readonly known: readonly LockedVersion[] },
): ConfigPlan {
  const { version, text, constraint } = fetched;
  const name = localVersion(version);
  const path = pathOf(fetched, { reference, item, configs: [] }, state.layout);
  const before = known.find((each) => each.version === name);
  const digest = digestOf(text);
  const pin = constraint ?? before?.constraint;
  const locked: LockedVersion = {
    version: name,
    id: version.id,
    released: version.released,
    releasedAt: version.releasedAt ?? null,
    path,
    digest,
    ...(pin !== undefined && { constraint: pin }),
  };
  const what = `${reference} ${name}`;
  const isChanged = before !== undefined && before.released && before.digest !== digest;
  const onDisk = state.textAt(path);
  const error =
    isChanged && !state.acceptChanged
      ? changed(what, before, digest)
      : editedError({
          what,
          path,
          onDisk,
          text,
          known: known.find((each) => each.path === path),
          state,
        });
  const action = onDisk === undefined ? "add" : onDisk === text ? "keep" : "change";
  const config: PlannedConfig = { reference, version: name, path, action, text, before: onDisk };
  return action === "keep" || error !== undefined
    ? { config, locked, error }
    : { config, locked, write: { path, text } };
}

function changed(what: string, before: LockedVersion, digest: string): AppError {
  const [old, now] = [before.digest, digest].map((each) => each.slice(0, "sha256:".length + 12));
  return new AppError(
    "CATALOG_VERSION_CHANGED",
    `${what} was released and is another text now: ${old}… in the lock, ${now}… on the instance`,
    {
      hint: "released versions do not change in GitLab: find out who changed it; --accept-changed takes the new text",
    },
  );
}

interface Edited {
  readonly what: string;
  readonly path: string;
  readonly onDisk: string | undefined;
  readonly text: string;
  /** What the lock has of this file. */
  readonly known: LockedVersion | undefined;
  readonly state: SyncState;
}

/** A file that somebody else wrote is never overwritten in silence. */
function editedError({ what, path, onDisk, text, known, state }: Edited): AppError | undefined {
  if (onDisk === undefined || onDisk === text || state.overwrite) return undefined;
  if (known !== undefined && digestOf(onDisk) === known.digest) return undefined;
  const message =
    known === undefined
      ? `a file that was not fetched stands in the place of ${what}: ${path}`
      : `the file of ${what} was edited: ${path}`;
  return new AppError("CATALOG_FILE_EDITED", message, {
    hint: "keep the edit under a version of its own, or replace the file with --overwrite",
  });
}

function merged(
  before: readonly LockedVersion[],
  now: readonly LockedVersion[],
): LockedItem["versions"] {
  // In a flat folder the file of the version before is the file of this one; a draft that was released
  // is another version here, but no longer one on the instance.
  const kept = before.filter(({ version, path, id }) => {
    return !now.some((each) => each.version === version || each.path === path || each.id === id);
  });
  return [...kept, ...now];
}

function lockedItem(
  { reference, item }: FetchedItem,
  { instance, layout }: SyncState,
  versions: LockedItem["versions"],
): LockedItem {
  const { kind, id, name } = item;
  return { reference, kind, instance, id, name, flowRegistryVersion: layout.format, versions };
}

/** Two items of one reference, or two versions in one file. */
function takenTwice(fetched: readonly FetchedItem[], layout: Layout): readonly AppError[] {
  const owners = new Map<string, string>();
  return fetched.flatMap((each) => {
    return each.configs.flatMap((config) => {
      const path = pathOf(config, each, layout);
      const what = `version ${localVersion(config.version)} of item ${itemNumber(each.item.id)}`;
      const owner = owners.get(path);
      owners.set(path, what);
      if (owner === undefined) return [];
      const message = `${owner} and ${what} would both be ${path}`;
      const hint =
        layout.style === "flat"
          ? "a flat folder has one version of each; use --layout versioned"
          : "give one of them another reference";
      return [new AppError("CATALOG_REFERENCE_TAKEN", message, { hint })];
    });
  });
}
