import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadCatalog } from "./catalog/index.ts";
import { gitlabFaults } from "./faults/index.ts";

const page = readFileSync("docs/simulate-gitlab.md", "utf8");

test("the catalog that is shown is one", async () => {
  const shown = /^```yaml\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "";
  const catalog = await loadCatalog("docs", {
    list: async () => Promise.resolve(["shown.yml"]),
    read: async () => Promise.resolve(shown),
    realPath: undefined,
  });
  expect(catalog.items).toHaveLength(3);
  expect(catalog.tokens?.map(({ name }) => name)).toEqual(["writer", "old", "job"]);
});

test("the faults that are listed are those that there are", () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.+) \|$/gm)].map(([, id, summary]) => ({
    id,
    summary,
  }));
  const all = gitlabFaults.all().map(({ id, summary }) => ({ id, summary }));
  const byId = (a: { id?: string | undefined }, b: { id?: string | undefined }): number =>
    String(a.id) < String(b.id) ? -1 : 1;
  expect(rows.toSorted(byId)).toEqual(all);
});
