import { expect, test } from "vitest";
import { killFetches } from "../testing/kill-fetch.ts";

test("killed while it writes, a fetch leaves all of it or nothing", async () => {
  const killings = await killFetches([0, 120]);
  expect(killings.map(({ recovered }) => recovered)).not.toContain("between");
}, 60_000);
