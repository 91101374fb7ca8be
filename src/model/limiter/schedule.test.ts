import { expect, test } from "vitest";
import { seededRandom } from "../../platform/index.ts";
import { parseRate, type Rate } from "./rate.ts";
import { Schedule } from "./schedule.ts";

interface Job {
  readonly number: number;
  readonly tokens: number;
}

interface Begun extends Job {
  readonly at: number;
}

interface World {
  readonly rates: readonly Rate[];
  readonly concurrency: number;
  readonly jobs: number;
  readonly seed: number;
}

interface Played {
  /** The numbers of the requests, in the order in which they came. */
  readonly came: readonly number[];
  readonly begun: readonly Begun[];
  readonly widest: number;
}

/** Plays requests that come and end at random times, fail at random, and turn out to be of other sizes. */
function play({ rates, concurrency, jobs, seed }: World): Played {
  const random = seededRandom(seed);
  const schedule = new Schedule<Job>({ rates, concurrency });
  const events: { at: number; act: () => void }[] = [];
  const begun: Begun[] = [];
  const came: number[] = [];
  let now = 0;
  let widest = 0;
  const proceed = (): void => {
    const { started, wakeAt } = schedule.admit(now);
    widest = Math.max(widest, schedule.underWay);
    if (schedule.underWay > concurrency) throw new Error("too many at once");
    for (const job of started) {
      begun.push({ ...job, at: now });
      events.push({ at: now + random.next() * 3000, act: () => end(job) });
    }
    if (wakeAt !== undefined) events.push({ at: wakeAt, act: () => undefined });
  };
  const end = (job: Job): void => {
    const dice = random.next();
    if (dice < 0.1) schedule.finish(job, { type: "pressed", askedMs: random.next() * 5000 }, now);
    else if (dice < 0.2) schedule.finish(job, { type: "trouble" }, now);
    else schedule.finish(job, { type: "reply", tokens: job.tokens }, now);
  };
  for (let number = 0; number < jobs; number += 1) {
    const job = { number, tokens: 1 + Math.floor(random.next() * 40) };
    const at = number * random.next();
    const act = (): void => {
      came.push(number);
      schedule.enqueue(job);
    };
    events.push({ at, act });
  }
  let steps = 0;
  while (events.length > 0) {
    events.sort((a, b) => a.at - b.at);
    const event = events.shift();
    if (event === undefined) break;
    now = Math.max(now, event.at);
    event.act();
    proceed();
    steps += 1;
    if (steps > jobs * 50) throw new Error("it never ends");
  }
  return { came, begun, widest };
}

/** The most that falls into a span of the length, wherever it begins. */
function densest(begun: readonly Begun[], { unit, windowMs }: Rate): number {
  return Math.max(
    ...begun.map(({ at: from }) =>
      begun
        .filter(({ at }) => at >= from && at < from + windowMs)
        .reduce((sum, { tokens }) => sum + (unit === "tokens" ? tokens : 1), 0),
    ),
  );
}

const worlds: readonly (readonly [readonly string[], number])[] = [
  [["5/s"], 8],
  [["3/s", "40/min"], 4],
  [["200 tokens/10s"], 16],
  [["7/s", "90 tokens/2s"], 1],
  [[], 3],
];

test.each(worlds.flatMap((world) => [1, 2, 3, 4].map((seed) => [...world, seed] as const)))(
  "%j at %i, seed %i: all begin in order, none is lost, no window holds too much",
  (texts, concurrency, seed) => {
    const rates = texts.map((text) => parseRate(text));
    const jobs = 150;
    const { came, begun, widest } = play({ rates, concurrency, jobs, seed });
    expect(begun).toHaveLength(jobs);
    expect(begun.map(({ number }) => number)).toEqual(came);
    expect(widest).toBeLessThanOrEqual(concurrency);
    for (const rate of rates) expect(densest(begun, rate)).toBeLessThanOrEqual(rate.amount);
    expect(play({ rates, concurrency, jobs, seed })).toEqual({ came, begun, widest });
  },
);

test("first come, first served: a large one is not passed by small ones", () => {
  const schedule = new Schedule<Job>({ rates: [parseRate("100 tokens/s")], concurrency: 9 });
  const jobs = [60, 90, 1, 1].map((tokens, number) => ({ number, tokens }));
  for (const job of jobs) schedule.enqueue(job);
  expect(schedule.admit(0).started.map(({ number }) => number)).toEqual([0]);
  expect(schedule.admit(999)).toMatchObject({ started: [], wakeAt: 1000 });
  expect(schedule.admit(1000).started.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test("what is larger than a whole window gets one alone", () => {
  const schedule = new Schedule<Job>({ rates: [parseRate("10 tokens/s")], concurrency: 9 });
  schedule.enqueue({ number: 0, tokens: 1 });
  schedule.enqueue({ number: 1, tokens: 500 });
  expect(schedule.admit(0).started).toHaveLength(1);
  expect(schedule.admit(1000).started).toHaveLength(1);
});

test("a reply that took more than was thought is paid for by the next", () => {
  const schedule = new Schedule<Job>({ rates: [parseRate("100 tokens/s")], concurrency: 9 });
  const [first, second] = [
    { number: 0, tokens: 10 },
    { number: 1, tokens: 10 },
  ];
  schedule.enqueue(first);
  schedule.admit(0);
  schedule.finish(first, { type: "reply", tokens: 95 }, 100);
  schedule.enqueue(second);
  expect(schedule.admit(100)).toMatchObject({ started: [], wakeAt: 1000 });
  expect(schedule.admit(1000).started).toEqual([second]);
});

test("a provider that asks for a pause gets it from everybody", () => {
  const schedule = new Schedule<Job>({ rates: [], concurrency: 4 });
  const jobs = Array.from({ length: 6 }, (_, number) => ({ number, tokens: 0 }));
  for (const job of jobs) schedule.enqueue(job);
  const [first] = schedule.admit(0).started;
  if (first === undefined) throw new Error("none began");
  schedule.finish(first, { type: "pressed", askedMs: 7000 }, 10);
  expect(schedule.width).toBe(2);
  for (const job of jobs.slice(1, 4)) schedule.finish(job, { type: "reply", tokens: 0 }, 20);
  expect(schedule.admit(20)).toMatchObject({ started: [], wakeAt: 7010, heldBy: undefined });
  expect(schedule.admit(7010).started).toHaveLength(2);
});

test("who withdraws leaves no gap", () => {
  const schedule = new Schedule<Job>({ rates: [parseRate("1/s")], concurrency: 4 });
  const jobs = Array.from({ length: 3 }, (_, number) => ({ number, tokens: 0 }));
  for (const job of jobs) schedule.enqueue(job);
  schedule.admit(0);
  if (jobs[1] !== undefined) schedule.withdraw(jobs[1]);
  expect(schedule.admit(1000).started.map(({ number }) => number)).toEqual([2]);
});
