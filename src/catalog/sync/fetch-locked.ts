import { AppError } from "../../core/errors/app-error.ts";
import type { LockedItem } from "../../flow/index.ts";
import type { GitLabClient } from "../../gitlab/index.ts";
import { askConfig } from "../ask/ask-config.ts";
import { askVersions } from "../ask/ask-versions.ts";
import type { CatalogItem, CatalogVersion } from "../catalog-item.ts";
import { digestOf } from "../lock/digest.ts";
import type { FetchedConfig, FetchedItem } from "./fetched-config.ts";

/**
 * Exactly the versions that a lock names, and only if they are still what it says.
 *
 * @throws AppError CATALOG_VERSION_CHANGED, CATALOG_VERSION_MISSING, CATALOG_NO_CONFIG
 */
export async function fetchLocked(
  locked: LockedItem,
  { client, signal }: { readonly client: GitLabClient; readonly signal?: AbortSignal | undefined },
): Promise<FetchedItem> {
  const item = itemOf(locked);
  const versions =
    locked.kind === "agent" ? undefined : await askVersions(locked.id, client, signal);
  const configs: FetchedConfig[] = [];
  for (const { version, id, released, releasedAt, path, digest, constraint } of locked.versions) {
    const what = `${locked.reference} ${version}`;
    const known: CatalogVersion = {
      id,
      name: version.replace(/-draft$/, ""),
      released,
      releasedAt: releasedAt ?? undefined,
      deprecated: false,
      definition: versions?.find((each) => each.id === id)?.definition,
    };
    if (versions?.some((each) => each.id === id) === false) throw missing(what);
    const text = await askConfig(item, known, { client, signal });
    if (digestOf(text) !== digest) throw changed(what, released);
    configs.push({ version: known, text, constraint, path });
  }
  return { reference: locked.reference, item, configs };
}

/** What the lock knows of an item is all that is needed. */
function itemOf({ id, kind, name }: LockedItem): CatalogItem {
  return {
    id,
    kind,
    name,
    description: "",
    visibility: "private",
    foundational: false,
    foundationalReference: undefined,
    project: undefined,
    projectId: undefined,
    latestReleased: undefined,
    latest: undefined,
  };
}

function missing(what: string): AppError {
  return new AppError("CATALOG_VERSION_MISSING", `the instance no longer has ${what}`, {
    hint: "fetch without --frozen to lock another version",
  });
}

function changed(what: string, released: boolean): AppError {
  const message = `${what} is another text now than the lock says`;
  const hint = released
    ? "released versions do not change in GitLab: find out who changed it; fetch with --accept-changed takes the new text"
    : "a draft changes without notice; fetch without --frozen to lock the new text";
  return new AppError("CATALOG_VERSION_CHANGED", message, { hint });
}
