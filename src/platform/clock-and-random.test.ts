import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { newRunId, randomId } from "./run-id.ts";
import { seededRandom, xoshiro128 } from "./seeded-random.ts";
import { sha256Hex } from "./sha256.ts";
import { systemClock } from "./system-clock.ts";
import { systemRandom } from "./system-random.ts";

/** The first numbers of a seed. */
function draw(seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: 3 }, () => random.next());
}

/** The id of a run that begins at a time. */
function at(time: string): string {
  return newRunId({ ...systemClock, now: () => Date.parse(time) }, seededRandom(1));
}

describe("the clock", () => {
  test("tells the time, and never goes back", () => {
    expect(Math.abs(systemClock.now() - new Date().getTime())).toBeLessThan(1000);
    const first = systemClock.monotonic();
    expect(systemClock.monotonic()).toBeGreaterThanOrEqual(first);
  });

  test("sleeps", async () => {
    const started = systemClock.monotonic();
    await systemClock.sleep(30);
    expect(systemClock.monotonic() - started).toBeGreaterThanOrEqual(25);
  });

  test.each([10_000, 2 ** 31, 1e12])("can be woken from %i ms", async (ms) => {
    const abort = new AbortController();
    const sleeping = systemClock.sleep(ms, abort.signal);
    const woken = new Error("woken");
    setTimeout(() => {
      abort.abort(woken);
    }, 20);
    await expect(sleeping).rejects.toBe(woken);
  });

  test("leaves no listener behind", async () => {
    const { signal } = new AbortController();
    const sleeping = systemClock.sleep(5, signal);
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await sleeping;
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("does not begin to sleep when it is too late", async () => {
    const reason = new Error("too late");
    await expect(systemClock.sleep(1e6, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});

describe("randomness", () => {
  // The first outputs that the authors' C program gives for this state.
  test("is that of xoshiro128**", () => {
    const reference = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => reference())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  test("is repeated by its seed, also by another machine", () => {
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(0)).not.toEqual(draw(-1));
    expect(draw(1)).toMatchInlineSnapshot(`
      [
        0.09156953175513294,
        0.8881928137485323,
        0.43427017709149285,
      ]
    `);
  });

  test.each([
    ["seeded", seededRandom(7)],
    ["of the system", systemRandom],
  ])("%s fills [0, 1) evenly", (_name, random) => {
    const buckets = Array.from({ length: 10 }, () => 0);
    for (let count = 0; count < 10_000; count += 1) {
      const number = random.next();
      expect(number >= 0 && number < 1).toBe(true);
      buckets[Math.floor(number * 10)]! += 1;
    }
    for (const bucket of buckets) expect(Math.abs(bucket - 1000)).toBeLessThan(200);
  });
});

describe("ids", () => {
  test("of runs hold their time, and sort by it", () => {
    expect(at("2026-11-21T11:07:42.123Z")).toMatch(/^20261121-110742-[0-9a-z]{6}$/);
    const times = [
      "2026-11-21T11:07:42Z",
      "2026-11-21T11:07:43Z",
      "2026-11-21T23:00:00Z",
      "2027-01-01T00:00:00Z",
    ];
    const ids = times.map(at);
    expect(ids.toSorted()).toEqual(ids);
  });

  test("differ in the same second, and repeat with the seed", () => {
    const random = seededRandom(1);
    const ids = Array.from({ length: 100 }, () => randomId(random));
    expect(new Set(ids).size).toBe(100);
    expect(randomId(seededRandom(1))).toBe(ids[0]);
    expect(randomId(random, 12)).toMatch(/^[0-9a-hjkmnp-tv-z]{12}$/);
  });
});

test.each([
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
])("the hash of %j is the standard's", (text, hash) => {
  expect(sha256Hex(text)).toBe(hash);
});
