import { canonicalJson } from "../../core/canonical-json.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { showValue } from "../../core/match/show-value.ts";
import { toPointer } from "../../core/text/pointer.ts";

/** One place at which two states differ. */
export interface StateChange {
  /** RFC 6901. */
  readonly pointer: string;
  readonly kind: "changed" | "made" | "removed";
  /** As a table shows it; a dash for nothing. */
  readonly before: string;
  readonly now: string;
}

/** More than this nobody reads. */
const shown = 20;

/** Where two states differ, at most twenty places; maps are entered, anything else is compared whole. */
export function changesBetween(before: JsonObject, now: JsonObject): readonly StateChange[] {
  const { now: earlier, ...rest } = before;
  const { now: later, ...others } = now;
  const changes: StateChange[] = [];
  collect({ before: rest, now: others }, [], changes);
  // Every write moves a fake's clock, so it says the least.
  collect({ before: earlier, now: later }, ["now"], changes);
  return changes;
}

interface Pair {
  readonly before: JsonValue | undefined;
  readonly now: JsonValue | undefined;
}

function collect({ before, now }: Pair, path: readonly string[], changes: StateChange[]): void {
  if (changes.length >= shown) return;
  if (isJsonObject(before) && isJsonObject(now)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])].toSorted();
    for (const key of keys) {
      collect({ before: own(before, key), now: own(now, key) }, [...path, key], changes);
    }
    return;
  }
  const texts = [before, now].map((value) => (value === undefined ? "" : canonicalJson(value)));
  if (texts[0] === texts[1]) return;
  changes.push({
    pointer: toPointer(path),
    kind: kindOf({ before, now }),
    before: before === undefined ? "–" : showValue(before),
    now: now === undefined ? "–" : showValue(now),
  });
}

function kindOf({ before, now }: Pair): StateChange["kind"] {
  if (before === undefined) return "made";
  return now === undefined ? "removed" : "changed";
}

function own(map: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
