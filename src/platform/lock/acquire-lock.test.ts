import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createVirtualClock } from "../../core/testing/virtual-clock.ts";
import { acquireLock } from "./acquire-lock.ts";
import { lookAtProcess } from "./process-start.ts";

const clock = createVirtualClock(Date.parse("2026-01-02T03:04:05Z"));
let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowproof-lock-"));
  path = join(folder, "run.lock");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A number that no process has any more. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  if (child.pid === undefined) throw new Error("the child did not start");
  return child.pid;
}

function leave(holder: object): void {
  const at = "2026-01-01T00:00:00.000Z";
  writeFileSync(path, JSON.stringify({ host: hostname(), at, token: "left-behind", ...holder }));
}

test("who holds a lock is named to everybody else, until it is given back", async () => {
  const lock = await acquireLock(path, clock);
  const message = `"${path}" is locked by pid ${process.pid} on host ${hostname()} since 2026-01-02T03:04:05.000Z`;
  await expect(acquireLock(path, clock)).rejects.toMatchObject({ code: "FILE_LOCKED", message });
  await lock.release();
  expect(readdirSync(folder)).toEqual([]);
  const second = await acquireLock(path, clock);
  await lock.release();
  await expect(acquireLock(path, clock)).rejects.toMatchObject({ code: "FILE_LOCKED" });
  await second.release();
});

test("of twenty that want a free lock, one gets it", async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, () => acquireLock(path, clock)),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(["run.lock"]);
});

test("of twenty that want the lock of a process that is gone, one gets it, every time", async () => {
  const pid = await deadPid();
  for (let round = 0; round < 10; round += 1) {
    leave({ pid, token: `left-${round}` });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => acquireLock(path, clock)),
    );
    const locks = results.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(locks).toHaveLength(1);
    for (const each of results) {
      if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "FILE_LOCKED" });
    }
    expect(readdirSync(folder)).toEqual(["run.lock"]);
    await locks[0]?.release();
  }
});

test("who was killed while taking over a lock is no hindrance", async () => {
  const pid = await deadPid();
  leave({ pid });
  writeFileSync(`${path}.left-behind`, readFileSync(path, "utf8").replace("left-behind", "guard"));
  const lock = await acquireLock(path, clock);
  await lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(process.platform !== "linux")(
  "a process that has the number of one that is gone does not hold its lock",
  async () => {
    leave({ pid: process.pid, start: "1" });
    const lock = await acquireLock(path, clock);
    expect(readFileSync(path, "utf8")).toContain(
      `"start":"${String((await lookAtProcess(process.pid)).start)}"`,
    );
    await lock.release();
  },
);

test.each([
  ["that says nothing", undefined, "somebody"],
  ["that says nonsense", { pid: "x" }, "somebody"],
  ["whose token would lead elsewhere", { pid: 1, token: "../x" }, "somebody"],
])("a lock %s is left alone", async (_name, holder, by) => {
  if (holder === undefined) writeFileSync(path, "");
  else leave(holder);
  const before = readFileSync(path, "utf8");
  const error: unknown = await acquireLock(path, clock).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "FILE_LOCKED", hint: expect.stringContaining("remove") });
  expect(error).toHaveProperty("message", expect.stringContaining(by));
  expect(readFileSync(path, "utf8")).toBe(before);
});

test("whether a process of another machine is gone nobody can tell", async () => {
  const pid = await deadPid();
  leave({ pid, host: "elsewhere" });
  await expect(acquireLock(path, clock)).rejects.toMatchObject({
    code: "FILE_LOCKED",
    message: expect.stringContaining(`pid ${pid} on host elsewhere since 2026-01-01`),
  });
});

test("a folder that is not there cannot be locked", async () => {
  await expect(acquireLock(join(folder, "none", "a"), clock)).rejects.toMatchObject({
    code: "FILE_UNWRITABLE",
  });
});
