import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import { isToolGlob } from "../../check/tool-glob.ts";
import type { WrittenCheck } from "../view/suite-view.ts";
import {
  countTools,
  type WrittenPattern,
  writtenPattern,
  writtenPatterns,
  writtenTimes,
} from "./called-patterns.ts";

/** What a check that holds says about the calls of a trial. */
export interface CallFacts {
  /** So many calls there are at least. */
  readonly size: number;
  /** So many calls of a tool there are at least. */
  readonly least: ReadonlyMap<string, number>;
  /** So many calls of a tool, or of those that a name stands for, there are at most. */
  readonly most: ReadonlyMap<string, number>;
  /** Calls that there are. */
  readonly needs: readonly WrittenPattern[];
  /** There is a call of one of these. */
  readonly needsAny: readonly WrittenPattern[];
  /** Calls that there are not. */
  readonly forbids: readonly WrittenPattern[];
  /** There are calls of no other tools than those that these names stand for. */
  readonly only: readonly string[] | undefined;
  /** So many calls there are at most. */
  readonly total: number | undefined;
}

const nothing: CallFacts = {
  size: 0,
  least: new Map(),
  most: new Map(),
  needs: [],
  needsAny: [],
  forbids: [],
  only: undefined,
  total: undefined,
};

type Reader = (value: JsonValue) => Partial<CallFacts>;

const readers: Readonly<Record<string, Reader>> = {
  called: calledFacts,
  not_called(value) {
    const pattern = writtenPattern(value);
    return pattern === undefined ? {} : { forbids: [pattern] };
  },
  called_any: (value) => ({ needsAny: writtenPatterns(value), size: 1 }),
  parallel(value) {
    const needs = writtenPatterns(value);
    return { needs, least: countTools(needs), size: needs.length };
  },
  recovers_from_error: recoveryFacts,
  no_calls: () => ({ total: 0 }),
  max_tool_calls: (value) => (typeof value === "number" ? { total: value } : {}),
  call_order: orderFacts,
};

/** Checks are compared with many others, and read once. */
const known = new WeakMap<WrittenCheck, CallFacts>();

/** What a check says about calls; nothing for a check of something else. */
export function callFacts(check: WrittenCheck): CallFacts {
  const before = known.get(check);
  if (before !== undefined) return before;
  const { id, value } = check;
  const read = Object.hasOwn(readers, id) ? readers[id] : undefined;
  const facts = read === undefined ? nothing : { ...nothing, ...read(value) };
  known.set(check, facts);
  return facts;
}

function calledFacts(value: JsonValue): Partial<CallFacts> {
  const pattern = writtenPattern(value);
  if (pattern === undefined) return {};
  const { min, max } = writtenTimes(value);
  const { tool, plain } = pattern;
  return {
    ...(max === 0 ? { forbids: [pattern] } : {}),
    ...(min > 0 ? { needs: [pattern], least: leastOf(tool, min), size: min } : {}),
    ...(plain && max > 0 && Number.isFinite(max) ? { most: new Map([[tool, max]]) } : {}),
  };
}

/** A call that fails, and another that does not. */
function recoveryFacts(value: JsonValue): Partial<CallFacts> {
  const { tool, by }: JsonObject = isJsonObject(value)
    ? value
    : typeof value === "string"
      ? { tool: value }
      : {};
  const failing = tool === undefined ? undefined : writtenPattern(tool);
  const ways = isJsonArray(by) ? by : by === undefined ? [] : [by];
  return {
    size: 2,
    needs: failing === undefined ? [] : [failing],
    least: failing === undefined ? new Map() : leastOf(failing.tool, 1),
    needsAny: writtenPatterns(ways),
  };
}

function leastOf(tool: string, min: number): ReadonlyMap<string, number> {
  return new Map(isToolGlob(tool) ? [] : [[tool, min]]);
}

function orderFacts(value: JsonValue): Partial<CallFacts> {
  const needs = writtenPatterns(isJsonObject(value) ? value["tools"] : value);
  const mode = isJsonObject(value) ? value["mode"] : "in_order";
  const counts = countTools(needs);
  const only = [...new Set(needs.map(({ tool }) => tool))];
  if (mode === "subset") return { only };
  const size = needs.length;
  if (mode !== "exact" && mode !== "unordered") return { needs, least: counts, size };
  // Beside a name for several tools, nobody knows which of them its calls are.
  const most: CallFacts["most"] = only.some(isToolGlob) ? new Map() : counts;
  return { needs, least: counts, most, only, total: size, size };
}
