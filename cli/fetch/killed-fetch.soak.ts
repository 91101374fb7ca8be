import { expect, test } from "vitest";
import { killFetches } from "../testing/kill-fetch.ts";

test("killed at 60 instants, a fetch leaves all of it or nothing", async () => {
  const killings = await killFetches(Array.from({ length: 60 }, (_, index) => index * 6));
  const count = (key: "left" | "recovered"): Record<string, number> => {
    const all = killings.map((killing) => killing[key]);
    return Object.fromEntries(
      [...new Set(all)]
        .toSorted()
        .map((state) => [state, all.filter((each) => each === state).length]),
    );
  };
  process.stdout.write(
    `left ${JSON.stringify(count("left"))}, recovered ${JSON.stringify(count("recovered"))}\n`,
  );
  expect(count("recovered")["between"] ?? 0).toBe(0);
  expect(Object.keys(count("recovered"))).toEqual(["new", "old"]);
}, 900_000);
