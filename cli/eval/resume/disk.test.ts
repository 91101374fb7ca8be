import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  comparable,
  finishedIn,
  repeatedTrials,
  type ResumableProject,
  resumableProject,
} from "../../testing/resumable-project.ts";
import { runIn } from "../../testing/run-in.ts";
import { programCommand, startCommand } from "../../testing/start-program.ts";

const size = { cases: 40, trials: 2 } as const;
const args = ["eval", "run", "--no-history"];
const suite = "echo.suite.yml";

async function undisturbed(): Promise<unknown> {
  using project = resumableProject(size);
  await runIn(project.folder, [...args, suite]);
  const [run = ""] = project.runs();
  return comparable(project.summary(run));
}

async function expectWhole(project: ResumableProject): Promise<void> {
  const [run = "", ...others] = project.runs();
  expect(others).toEqual([]);
  expect(repeatedTrials(project.journal(run))).toEqual([]);
  expect(comparable(project.summary(run))).toEqual(await undisturbed());
}

/** Whether a process may mount something for itself and those that it starts. */
const mayMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;

test.skipIf(process.platform === "win32")(
  "a journal that may not grow any more ends the run; with room it goes on",
  async () => {
    using project = resumableProject(size);
    const limited = 'ulimit -f "$0" && exec "$@"';
    const program = startCommand(
      ["bash", "-c", limited, "40", ...programCommand, ...args, suite],
      project.folder,
    );
    const { exit, output } = await program.ended;
    expect(exit).toBe(3);
    const [run = ""] = project.runs();
    expect(output).toContain("error[DISK_FULL]: the limit on the size of files is reached for");
    expect(output).toContain(
      `note: what is finished is kept; go on with: flowproof eval run --resume ${run}`,
    );
    // Whole lines, and some trials among them.
    expect(finishedIn(project.journal(run)).length).toBeGreaterThan(0);
    expect(readdirSync(join(project.folder, "reports", run)).toSorted()).toEqual([
      "events.jsonl",
      "run.json",
    ]);
    expect(await runIn(project.folder, [...args, "--resume", run])).toMatchObject({ exit: 1 });
    await expectWhole(project);
  },
  600_000,
);

/** Fills a small disk, makes room, goes on, and tries a third time on a disk that is read-only then. */
const onSmallDisk = `
mount -t tmpfs -o size=64k none reports
"$@" ${suite}; echo "full: $?"
mount -o remount,size=8m none reports
"$@" --resume; echo "room: $?"
mount -o remount,ro none reports
"$@" --resume; echo "read-only: $?"
"$@" ${suite}; echo "read-only: $?"
cp -r reports/. kept
`;

test.skipIf(!mayMount)(
  "a full disk ends the run, with room it goes on, and nothing begins on a disk that is read-only",
  async () => {
    using project = resumableProject(size);
    for (const name of ["reports", "kept"]) mkdirSync(join(project.folder, name));
    const command = ["unshare", "-rm", "sh", "-c", onSmallDisk, "sh"] as const;
    const program = startCommand([...command, ...programCommand, ...args], project.folder);
    const { output } = await program.ended;
    expect(output).toContain("error[DISK_FULL]: no space left to write");
    const exits = output.split("\n").filter((line) => /^(?:full|room|read-only): /.test(line));
    expect(exits).toEqual(["full: 3", "room: 1", "read-only: 2", "read-only: 2"]);
    expect(output.split("error[FILE_UNWRITABLE]: the file system is read-only for")).toHaveLength(
      3,
    );
    const run = readdirSync(join(project.folder, "kept")).find((name) => /^\d/.test(name)) ?? "";
    mkdirSync(join(project.folder, "reports", run));
    for (const name of ["events.jsonl", "summary.json"]) {
      spawnSync("cp", [
        join(project.folder, "kept", run, name),
        join(project.folder, "reports", run),
      ]);
    }
    await expectWhole(project);
  },
  600_000,
);

test("where no folder can be made nothing is asked", async () => {
  using project = resumableProject(size);
  writeFileSync(join(project.folder, "taken"), "");
  const { exit, stderr } = await runIn(project.folder, [...args, suite, "--reports", "taken"]);
  expect(exit).toBe(2);
  expect(stderr).toContain("error[FILE_UNWRITABLE]: a file stands where a folder is needed");
  expect(stderr).not.toContain("case");
});
