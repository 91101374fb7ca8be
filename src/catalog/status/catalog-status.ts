import pLimit from "p-limit";
import type { Lock, LockedItem } from "../../flow/index.ts";
import { type GitLabClient, GitLabError } from "../../gitlab/index.ts";
import { askItem } from "../ask/ask-item.ts";
import type { CatalogItem } from "../catalog-item.ts";
import { compareVersions } from "../compare-versions.ts";
import { itemGlobalId } from "../item-number.ts";

/** What the monolith defines, as far as a catalog is concerned. */
export interface DefinedItem {
  readonly reference: string;
  readonly kind: "agent" | "flow";
  /** Number of its item; undefined for what the service ships itself. */
  readonly catalogId: number | undefined;
}

/** How a definition, the instance and the lock stand to each other. */
export type ItemState =
  /** The lock has the newest released version. */
  | "current"
  /** The instance has no such item, or the token may not see it. */
  | "missing"
  /** The instance has released a newer version than the lock has. */
  | "outdated"
  /** The lock does not have it. */
  | "unpinned"
  /** The lock has it, and nothing defines it. */
  | "extra"
  /** The item has drafts only. */
  | "unreleased"
  /** Defined without an item: the service ships it. */
  | "shipped";

export interface ItemStatus {
  readonly reference: string;
  readonly kind: "agent" | "flow" | "third_party_flow";
  /** Number of the item. */
  readonly id: string | undefined;
  readonly state: ItemState;
  /** The newest version in the lock. */
  readonly locked: string | undefined;
  /** The newest released version on the instance. */
  readonly released: string | undefined;
}

export interface StatusOptions {
  readonly client: GitLabClient;
  readonly jobs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Compares what is defined, what an instance has and what is locked. Sorted by kind and reference.
 *
 * @param defined undefined where nothing is defined: the lock alone is then compared
 * @throws GitLabError for anything but an item that is not there
 */
export async function catalogStatus(
  defined: readonly DefinedItem[] | undefined,
  lock: Lock,
  { client, jobs, signal }: StatusOptions,
): Promise<readonly ItemStatus[]> {
  const limit = pLimit(jobs);
  const subjects = subjectsOf(defined, lock);
  const found = await Promise.all(
    subjects.map((subject) =>
      limit(async () => {
        return statusOf(subject, await askIfThere(subject.id, client, signal), client);
      }),
    ),
  );
  return found.toSorted((a, b) => compare(`${a.kind} ${a.reference}`, `${b.kind} ${b.reference}`));
}

interface Subject {
  readonly reference: string;
  readonly kind: ItemStatus["kind"];
  readonly isDefined: boolean;
  /** Global id. */
  readonly id: string | undefined;
  readonly locked: LockedItem | undefined;
}

function subjectsOf(
  defined: readonly DefinedItem[] | undefined,
  { items }: Lock,
): readonly Subject[] {
  const wanted = (defined ?? []).map(({ reference, kind, catalogId }): Subject => {
    const locked = items.find((item) => item.reference === reference && isOfKind(item, kind));
    const id = catalogId === undefined ? locked?.id : itemGlobalId(String(catalogId));
    return { reference, kind, isDefined: true, id, locked };
  });
  const others = items.filter((item) => wanted.every(({ locked }) => locked !== item));
  return [
    ...wanted,
    ...others.map((locked): Subject => {
      const { reference, kind, id } = locked;
      return { reference, kind, isDefined: defined === undefined, id, locked };
    }),
  ];
}

function isOfKind({ kind }: LockedItem, wanted: DefinedItem["kind"]): boolean {
  return (kind === "agent") === (wanted === "agent");
}

async function askIfThere(
  id: string | undefined,
  client: GitLabClient,
  signal: AbortSignal | undefined,
): Promise<CatalogItem | undefined> {
  if (id === undefined) return undefined;
  try {
    return await askItem(id, client, signal);
  } catch (error) {
    if (error instanceof GitLabError && error.code === "GITLAB_NOT_FOUND") return undefined;
    throw error;
  }
}

function statusOf(
  subject: Subject,
  item: CatalogItem | undefined,
  { instance }: GitLabClient,
): ItemStatus {
  const { reference, kind, id, locked } = subject;
  // What is locked from another instance says nothing about this one.
  const newest = locked?.instance === instance.url ? newestOf(locked) : undefined;
  return {
    reference,
    kind,
    id: id?.slice(id.lastIndexOf("/") + 1),
    state: stateOf(subject, item, newest),
    locked: newest,
    released: item?.latestReleased?.name,
  };
}

function stateOf(
  { id, isDefined, locked }: Subject,
  item: CatalogItem | undefined,
  newest: string | undefined,
): ItemState {
  if (!isDefined) return "extra";
  if (id === undefined) return "shipped";
  if (item === undefined) return "missing";
  // What is locked under another id is another item.
  if (locked?.id !== id || newest === undefined) return "unpinned";
  const released = item.latestReleased?.name;
  if (released === undefined) return "unreleased";
  return compareVersions(newest, released) < 0 ? "outdated" : "current";
}

function newestOf(locked: LockedItem | undefined): string | undefined {
  return locked?.versions
    .map(({ version }) => version)
    .toSorted(compareVersions)
    .at(-1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
