import { AppError } from "../../core/errors/app-error.ts";
import { selectVersion } from "../../flow/index.ts";
import type { CatalogItem, CatalogVersion } from "../catalog-item.ts";
import { compareVersions } from "../compare-versions.ts";
import { itemNumber } from "../item-number.ts";

/** Which versions of an item are wanted. */
export interface VersionWish {
  /** Of each major version the newest, and what the constraints select. */
  readonly all: boolean;
  /** Also what is not released. */
  readonly drafts: boolean;
  readonly constraints: readonly string[];
}

export interface ChosenVersion {
  readonly version: CatalogVersion;
  readonly constraint?: string;
}

/**
 * The versions of an item that are wanted, oldest first.
 *
 * @param askVersions gives all of them; not called where the newest is enough
 * @throws AppError CATALOG_NOT_RELEASED, CATALOG_VERSION_MISSING
 */
export async function selectVersions(
  item: CatalogItem,
  wish: VersionWish,
  askVersions: () => Promise<readonly CatalogVersion[]>,
): Promise<readonly ChosenVersion[]> {
  if (!wish.all && wish.constraints.length === 0) return [{ version: newest(item, wish) }];
  const versions = (await askVersions()).filter(({ released }) => released || wish.drafts);
  if (versions.length === 0) throw notReleased(item);
  const pinned = wish.constraints.map((constraint) => satisfying(constraint, item, versions));
  const majors = wish.all ? newestOfEachMajor(versions) : [];
  const chosen = new Map<string, ChosenVersion>(majors.map((version) => [version.id, { version }]));
  for (const each of pinned) chosen.set(each.version.id, each);
  return [...chosen.values()].toSorted((a, b) => compareVersions(a.version.name, b.version.name));
}

function newest(item: CatalogItem, { drafts }: VersionWish): CatalogVersion {
  const version = drafts ? (item.latest ?? item.latestReleased) : item.latestReleased;
  if (version === undefined) throw notReleased(item);
  return version;
}

function notReleased(item: CatalogItem): AppError {
  const draft = item.latest === undefined ? "" : `; there is a draft of ${item.latest.name}`;
  const what = `item ${itemNumber(item.id)} ("${item.name}")`;
  return new AppError("CATALOG_NOT_RELEASED", `${what} has no released version${draft}`, {
    hint: "release it in the catalog; --include-drafts takes drafts, which can change without notice",
  });
}

function satisfying(
  constraint: string,
  item: CatalogItem,
  versions: readonly CatalogVersion[],
): ChosenVersion {
  const names = versions.map(({ name }) => name);
  const selection = selectVersion(names, constraint);
  const version = selection.found
    ? versions.find(({ name }) => name === selection.version)
    : undefined;
  if (version !== undefined) return { version, constraint };
  const what = `item ${itemNumber(item.id)} ("${item.name}")`;
  throw new AppError("CATALOG_VERSION_MISSING", `${what} has no version ${constraint}`, {
    hint: `there are ${names.toSorted(compareVersions).join(", ")}`,
  });
}

function newestOfEachMajor(versions: readonly CatalogVersion[]): readonly CatalogVersion[] {
  const majors = new Map<string, CatalogVersion>();
  for (const version of versions) {
    const major = version.name.split(".")[0] ?? "";
    const known = majors.get(major);
    if (known === undefined || compareVersions(version.name, known.name) > 0)
      majors.set(major, version);
  }
  return [...majors.values()];
}
