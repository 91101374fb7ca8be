import { expect, test } from "vitest";
import { diskFiles, seededRandom } from "../../platform/index.ts";
import { fuzzShop } from "../testing/fuzz-shop.ts";
import { shopFolder, shopOf } from "../testing/shop.ts";
import { loadCatalog } from "./catalog/index.ts";

const openShop = shopOf(await loadCatalog(shopFolder, diskFiles));

test.each(Array.from({ length: 20 }, (_, seed) => seed))(
  "seed %i: whatever is asked, the answer is one",
  async (seed) => {
    const { wrong, answered } = await fuzzShop(openShop(), seededRandom(seed), 3000);
    expect(wrong).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  },
);
