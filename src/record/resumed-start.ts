import { canonicalJson } from "../core/canonical-json.ts";
import type { Replanned, RunResumed, RunStarted } from "./events/index.ts";

/** What a run is that goes on: named and begun as before, with what was planned last. */
export function resumedStart(started: RunStarted, { replanned }: RunResumed): RunStarted {
  if (replanned === undefined) return started;
  const { type, schemaVersion, run, at, versions } = started;
  return { type, schemaVersion, run, at, versions, ...replanned };
}

/** What a plan changes in a run; undefined where it changes nothing. */
export function replannedFrom(started: RunStarted, planned: RunStarted): Replanned | undefined {
  const before = withoutIdentity(started);
  const after = withoutIdentity(planned);
  return canonicalText(before) === canonicalText(after) ? undefined : after;
}

function withoutIdentity(started: RunStarted): Replanned {
  const { type: _, schemaVersion: _v, run: _r, at: _at, versions: _vs, ...rest } = started;
  return rest;
}

/** As it is read back: what is undefined is not there. */
function canonicalText(value: Replanned): string {
  return canonicalJson(JSON.parse(JSON.stringify(value)));
}
