import { expect, test } from "vitest";
import { diskFiles, seededRandom } from "../../platform/index.ts";
import { fuzzShop } from "../testing/fuzz-shop.ts";
import { shopFolder, shopOf } from "../testing/shop.ts";
import { loadCatalog } from "./catalog/index.ts";

const openShop = shopOf(await loadCatalog(shopFolder, diskFiles));

test("whatever is asked, the answer is one: no 5xx, no stack", async () => {
  const { wrong, answered } = await fuzzShop(openShop(), seededRandom(7), 300);
  expect(wrong).toEqual([]);
  expect(answered).toBeGreaterThan(10);
});

test("nothing reaches the prototypes", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});
