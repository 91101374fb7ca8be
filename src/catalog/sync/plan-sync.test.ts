import { describe, expect, test } from "vitest";
import type { Lock } from "../../flow/index.ts";
import type { CatalogItem, CatalogVersion } from "../catalog-item.ts";
import { digestOf } from "../lock/digest.ts";
import { emptyLock } from "../lock/locked-entries.ts";
import type { FetchedItem } from "./fetched-config.ts";
import { planSync, type SyncPlan, type SyncState } from "./plan-sync.ts";

const instance = "https://gitlab.example.com";

function version(name: string, released = true): CatalogVersion {
  return {
    id: `gid://gitlab/Ai::Catalog::ItemVersion/${name.replaceAll(".", "")}`,
    name,
    released,
    releasedAt: released ? "2026-05-01T00:00:00Z" : undefined,
    deprecated: false,
    definition: undefined,
  };
}

const planner: CatalogItem = {
  id: "gid://gitlab/Ai::Catalog::Item/348",
  kind: "agent",
  name: "Planner",
  description: "",
  visibility: "public",
  foundational: true,
  foundationalReference: "duo_planner",
  project: undefined,
  projectId: undefined,
  latestReleased: version("1.0.0"),
  latest: version("1.0.0"),
};

function fetched(
  text: string,
  over: Partial<FetchedItem> = {},
  of = version("1.0.0"),
): FetchedItem {
  return { reference: "duo_planner", item: planner, configs: [{ version: of, text }], ...over };
}

interface World {
  readonly disk?: Readonly<Record<string, string>>;
  readonly state?: Partial<SyncState>;
}

function plan(
  items: readonly FetchedItem[],
  lock: Lock,
  { disk = {}, state = {} }: World = {},
): SyncPlan {
  return planSync(items, {
    lock,
    instance,
    layout: { style: "versioned", format: "v1", isRegistry: true },
    textAt: (path) => disk[path],
    acceptChanged: false,
    overwrite: false,
    ...state,
  });
}

/** What a plan comes to, in a few words. */
function summary({ configs, writes, errors }: SyncPlan): readonly string[] {
  return [
    ...configs.map(({ path, action }) => `${action} ${path}`),
    ...writes.map(({ path, text }) => `write ${path} ${text}`),
    ...errors.map(({ code }) => code),
  ];
}

const path = "duo_planner/1.0.0.yml";
const locked = plan([fetched("one")], emptyLock).lock;

test("a first fetch writes the file and locks it", () => {
  expect(summary(plan([fetched("one")], emptyLock))).toEqual([`add ${path}`, `write ${path} one`]);
  expect(locked).toEqual({
    schemaVersion: 1,
    items: [
      {
        reference: "duo_planner",
        kind: "agent",
        instance,
        id: planner.id,
        name: "Planner",
        flowRegistryVersion: "v1",
        versions: [
          {
            version: "1.0.0",
            id: version("1.0.0").id,
            released: true,
            releasedAt: "2026-05-01T00:00:00Z",
            path,
            digest: digestOf("one"),
          },
        ],
      },
    ],
  });
});

test.each([
  ["a flow", { kind: "flow" }, "versioned", ["CATALOG_REFERENCE_TAKEN"]],
  ["a flow of third parties", { kind: "third_party_flow" }, "versioned", []],
  ["an agent of the same item", {}, "versioned", []],
  ["a flow in a flat folder, which has other files", { kind: "flow" }, "flat", []],
] as const)("%s beside the agent of its reference", (_, over, style, codes) => {
  const item = { ...planner, ...over };
  const layout = { style, format: "v1", isRegistry: false } as const;
  const other = fetched("two", { item }, version("2.0.0"));
  const { errors } = plan([other], locked, { state: { layout } });
  expect(errors.map(({ code }) => code)).toEqual(codes);
});

test("a draft that was released is no longer locked as a draft", () => {
  const draft = plan([fetched("one", {}, version("1.1.0", false))], locked).lock;
  const released = plan([fetched("two", {}, version("1.1.0"))], draft).lock;
  const names = (lock: Lock) => lock.items[0]?.versions.map((each) => each.version);
  expect(names(draft)).toEqual(["1.0.0", "1.1.0-draft"]);
  expect(names(released)).toEqual(["1.0.0", "1.1.0"]);
});

test("a place that the lock names counts more than the layout", () => {
  const item = fetched("one");
  const configs = item.configs.map((config) => ({ ...config, path: "duo_planner.yml" }));
  expect(summary(plan([{ ...item, configs }], emptyLock))).toEqual([
    "add duo_planner.yml",
    "write duo_planner.yml one",
  ]);
});

test("a second fetch changes nothing", () => {
  const again = plan([fetched("one")], locked, { disk: { [path]: "one" } });
  expect(summary(again)).toEqual([`keep ${path}`]);
  expect(again.lock).toEqual(locked);
});

test("a newer version stands beside the older one, in the lock as well", () => {
  const newer = plan([fetched("two", {}, version("1.1.0"))], locked, { disk: { [path]: "one" } });
  expect(summary(newer)).toEqual(["add duo_planner/1.1.0.yml", "write duo_planner/1.1.0.yml two"]);
  expect(newer.lock.items[0]?.versions.map((each) => each.version)).toEqual(["1.0.0", "1.1.0"]);
});

describe("a released version that is another text", () => {
  test("is an error", () => {
    const changed = plan([fetched("two")], locked, { disk: { [path]: "one" } });
    expect(summary(changed)).toEqual([`change ${path}`, "CATALOG_VERSION_CHANGED"]);
  });

  test("is taken where that is accepted", () => {
    const state = { acceptChanged: true };
    const changed = plan([fetched("two")], locked, { disk: { [path]: "one" }, state });
    expect(summary(changed)).toEqual([`change ${path}`, `write ${path} two`]);
    expect(changed.lock.items[0]?.versions[0]?.digest).toBe(digestOf("two"));
  });

  test("does not replace what was edited, even where it is accepted", () => {
    const state = { acceptChanged: true };
    const changed = plan([fetched("two")], locked, { disk: { [path]: "mine" }, state });
    expect(summary(changed)).toEqual([`change ${path}`, "CATALOG_FILE_EDITED"]);
  });
});

test("a draft may change, and lies where no constraint selects it", () => {
  const draft = version("2.0.0", false);
  const first = plan([fetched("one", {}, draft)], emptyLock);
  const file = "duo_planner/2.0.0-draft.yml";
  expect(summary(first)).toEqual([`add ${file}`, `write ${file} one`]);
  const second = plan([fetched("two", {}, draft)], first.lock, { disk: { [file]: "one" } });
  expect(summary(second)).toEqual([`change ${file}`, `write ${file} two`]);
});

describe("a file in the way", () => {
  test.each<[what: string, lock: Lock, disk: string, overwrite: boolean, found: string[]]>([
    ["was edited", locked, "mine", false, [`change ${path}`, "CATALOG_FILE_EDITED"]],
    ["was edited, and may go", locked, "mine", true, [`change ${path}`, `write ${path} one`]],
    ["was never fetched", emptyLock, "mine", false, [`change ${path}`, "CATALOG_FILE_EDITED"]],
    ["is the same text", emptyLock, "one", false, [`keep ${path}`]],
  ])("that %s", (_, lock, disk, overwrite, found) => {
    const world = { disk: { [path]: disk }, state: { overwrite } };
    expect(summary(plan([fetched("one")], lock, world))).toEqual(found);
  });
});

describe("a reference that means something else", () => {
  const other = { ...planner, id: "gid://gitlab/Ai::Catalog::Item/7" };

  test("is an error, unless it is accepted", () => {
    const world = { disk: { [path]: "one" } };
    expect(summary(plan([fetched("one", { item: other })], locked, world))).toEqual([
      "CATALOG_REFERENCE_TAKEN",
    ]);
    const state = { acceptChanged: true };
    const accepted = plan([fetched("one", { item: other })], locked, { ...world, state });
    expect(accepted.lock.items.map(({ id }) => id)).toEqual([other.id]);
  });

  test("of another instance as well", () => {
    const state = { instance: "https://gitlab.com" };
    expect(summary(plan([fetched("one")], locked, { state }))).toEqual(["CATALOG_REFERENCE_TAKEN"]);
  });

  test("of two items at once", () => {
    const both = [fetched("one"), fetched("two", { item: other })];
    expect(summary(plan(both, emptyLock))).toContain("CATALOG_REFERENCE_TAKEN");
  });
});

describe("places", () => {
  const external: CatalogItem = { ...planner, kind: "third_party_flow" };
  test.each<[item: CatalogItem, layout: SyncState["layout"], place: string]>([
    [planner, { style: "flat", format: "v1", isRegistry: true }, "duo_planner.yml"],
    [
      planner,
      { style: "versioned", format: "experimental", isRegistry: true },
      "experimental/duo_planner/1.0.0.yml",
    ],
    [planner, { style: "versioned", format: "experimental", isRegistry: false }, path],
    [
      external,
      { style: "versioned", format: "v1", isRegistry: true },
      "external/duo_planner/1.0.0.yml",
    ],
  ])("%#", (item, layout, place) => {
    const { configs } = plan([fetched("one", { item })], emptyLock, { state: { layout } });
    expect(configs.map((config) => config.path)).toEqual([place]);
  });

  test("a flat folder has one version of each, the newer one in place of the older", () => {
    const layout = { style: "flat", format: "v1", isRegistry: true } as const;
    const first = plan([fetched("one")], emptyLock, { state: { layout } });
    const disk = { "duo_planner.yml": "one" };
    const newer = plan([fetched("two", {}, version("1.1.0"))], first.lock, {
      disk,
      state: { layout },
    });
    expect(summary(newer)).toEqual(["change duo_planner.yml", "write duo_planner.yml two"]);
    expect(newer.lock.items[0]?.versions.map((each) => each.version)).toEqual(["1.1.0"]);
    const two = [
      { version: version("1.0.0"), text: "a" },
      { version: version("2.0.0"), text: "b" },
    ];
    expect(
      summary(plan([fetched("", { configs: two })], emptyLock, { state: { layout } })),
    ).toContain("CATALOG_REFERENCE_TAKEN");
  });
});
