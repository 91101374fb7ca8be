import { dirname } from "node:path";
import { printable } from "../../../src/core/text/printable.ts";
import { shownPath } from "../../../src/platform/index.ts";
import type { CliContext } from "../../context.ts";
import { type EarlierRun, openEarlierRun } from "./earlier-run.ts";
import { type MergedRequest, mergeRequest, selectsAnew } from "./merge-request.ts";

/** What `eval run` is to do, and in which folder. */
export interface AskedRun extends MergedRequest {
  /** The run that is gone on with; undefined for a new one. */
  readonly earlier?: EarlierRun;
  /** Whether the command line that goes on with it says which cases are meant. */
  readonly selectsAnew?: boolean;
}

/** Does with the run that `--resume` names what its command line, or this one, asks for. */
export async function withEarlierRun<T>(
  given: MergedRequest,
  context: CliContext,
  work: (asked: AskedRun) => Promise<T>,
): Promise<T> {
  const { resume, reports, quiet } = given.flags;
  const name = typeof resume === "string" ? resume : "latest";
  const earlier = await openEarlierRun(name, reports, context);
  try {
    for (const note of quiet === true ? [] : earlier.notes) {
      context.stderr(`note: ${printable(note)}\n`);
    }
    const { paths, flags } = mergeRequest(earlier.request, earlier.record.started, given);
    const folder = shownPath(dirname(earlier.folder), context.cwd);
    return await work({
      paths,
      flags: { ...flags, reports: folder },
      earlier,
      selectsAnew: selectsAnew(given),
    });
  } finally {
    await earlier.lock.release();
  }
}
