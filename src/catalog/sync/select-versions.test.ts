import { expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import type { CatalogItem, CatalogVersion } from "../catalog-item.ts";
import { selectVersions, type VersionWish } from "./select-versions.ts";

function version(name: string): CatalogVersion {
  const released = !name.endsWith("?");
  return {
    id: name,
    name: name.replace("?", ""),
    released,
    releasedAt: undefined,
    deprecated: false,
    definition: undefined,
  };
}

function itemWith(versions: readonly CatalogVersion[]): CatalogItem {
  return {
    id: "gid://gitlab/Ai::Catalog::Item/1",
    kind: "agent",
    name: "Helper",
    description: "",
    visibility: "public",
    foundational: false,
    foundationalReference: undefined,
    project: undefined,
    projectId: undefined,
    latestReleased: versions.findLast(({ released }) => released),
    latest: versions.at(-1),
  };
}

async function select(names: string, wish: Partial<VersionWish>): Promise<string> {
  const versions = names.split(" ").filter(Boolean).map(version);
  const full = { all: false, drafts: false, constraints: [], ...wish };
  try {
    const chosen = await selectVersions(itemWith(versions), full, async () => versions);
    return chosen
      .map(({ version: { id }, constraint }) => [id, constraint].filter(Boolean).join(" by "))
      .join(", ");
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.message}`;
    throw error;
  }
}

const none = 'CATALOG_NOT_RELEASED item 1 ("Helper") has no released version';

test.each<[names: string, wish: Partial<VersionWish>, chosen: string]>([
  ["1.0.0 1.1.0 2.0.0?", {}, "1.1.0"],
  ["1.0.0 1.1.0 2.0.0?", { drafts: true }, "2.0.0?"],
  ["1.0.0?", {}, `${none}; there is a draft of 1.0.0`],
  ["", {}, none],
  ["1.0.0 1.9.0 1.10.0 2.0.0 2.1.0?", { all: true }, "1.10.0, 2.0.0"],
  ["1.0.0 1.9.0 1.10.0 2.0.0 2.1.0?", { all: true, drafts: true }, "1.10.0, 2.1.0?"],
  ["1.0.0 1.1.0 2.0.0", { constraints: ["^1.0.0"] }, "1.1.0 by ^1.0.0"],
  ["1.0.0 1.1.0 2.0.0", { all: true, constraints: ["1.0.0"] }, "1.0.0 by 1.0.0, 1.1.0, 2.0.0"],
  ["1.0.0 1.1.0", { all: true, constraints: ["^1.0.0"] }, "1.1.0 by ^1.0.0"],
  [
    "1.0.0 2.0.0?",
    { constraints: ["^2.0.0"] },
    'CATALOG_VERSION_MISSING item 1 ("Helper") has no version ^2.0.0',
  ],
  ["1.0.0?", { constraints: ["^1.0.0"] }, `${none}; there is a draft of 1.0.0`],
])("of %j with %j: %s", async (names, wish, chosen) => {
  expect(await select(names, wish)).toBe(chosen);
});

test("where the newest is enough, nothing else is asked for", async () => {
  const item = itemWith([version("1.0.0")]);
  const ask = (): Promise<never> => Promise.reject(new Error("asked"));
  const wish = { all: false, drafts: false, constraints: [] };
  await expect(selectVersions(item, wish, ask)).resolves.toHaveLength(1);
});
