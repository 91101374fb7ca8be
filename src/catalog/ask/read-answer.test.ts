import { expect, test } from "vitest";
import type { JsonObject } from "../../core/json.ts";
import { readItem } from "./read-answer.ts";

const version: JsonObject = {
  id: "gid://gitlab/Ai::Catalog::ItemVersion/77",
  versionName: "1.10.0",
  released: true,
  releasedAt: "2026-05-01T10:00:00.000Z",
};
const item: JsonObject = {
  id: "gid://gitlab/Ai::Catalog::Item/348",
  itemType: "AGENT",
  name: "Planner",
  latestReleased: version,
};

test("an item as GitLab describes it", () => {
  expect(readItem(item, "reading")).toMatchObject({
    id: item["id"],
    kind: "agent",
    latestReleased: { name: "1.10.0", releasedAt: "2026-05-01T10:00:00.000Z" },
  });
});

test("older instances name versions for people only", () => {
  const latest = { ...version, versionName: null, humanVersionName: "v1.2.0-draft" };
  expect(readItem({ ...item, latest }, "reading").latest?.name).toBe("1.2.0");
});

test.each([
  ["a type of JavaScript's", "type that is known", { itemType: "constructor" }],
  ["another type", "type that is known", { itemType: "FOUNDATIONAL_AGENT" }],
  ["an id of nothing", "id of an item", { id: "348" }],
  ["a name without end", "name of sane length", { name: "x".repeat(1001) }],
])("%s is no item: it has no %s", (_, lacks, over) => {
  expect(() => readItem({ ...item, ...over }, "reading")).toThrow(`the answer has no ${lacks}`);
});

test.each(["../evil", "../../evil", "1.0.0\n\u001B[2J", `${"1".repeat(5000)}.0.0`, "1.0", ""])(
  "%j is no name of a version, which would be that of a file",
  (versionName) => {
    const latest = { ...version, versionName };
    expect(() => readItem({ ...item, latest }, "reading")).toThrow("version named like 1.2.0");
  },
);

test("a date that is none is left out, and an id that is none is refused", () => {
  const dated = { ...version, releasedAt: "\u001B[2Jyesterday" };
  expect(readItem({ ...item, latest: dated }, "reading").latest?.releasedAt).toBeUndefined();
  const latest = { ...version, id: "gid://gitlab/Ai::Catalog::ItemVersion/77/../8" };
  expect(() => readItem({ ...item, latest }, "reading")).toThrow("id of a version");
});
