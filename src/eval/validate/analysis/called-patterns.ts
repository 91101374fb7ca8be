import { canonicalJson } from "../../../core/canonical-json.ts";
import { isJsonObject, type JsonValue } from "../../../core/json.ts";
import { listOf } from "../../check/list-of.ts";
import { isToolGlob, toolMatcher } from "../../check/tool-glob.ts";

/** Calls that a check speaks of, as it writes them. */
export interface WrittenPattern {
  readonly tool: string;
  /** Whether every call of the tool is meant. */
  readonly plain: boolean;
  /** The component that makes them, where one is named. */
  readonly component?: string;
  /** Equal for patterns that mean the same calls. */
  readonly key: string;
}

/** Reads a pattern; undefined for what has another form. */
export function writtenPattern(value: JsonValue): WrittenPattern | undefined {
  if (typeof value === "string") return { tool: value, plain: true, key: value };
  if (!isJsonObject(value)) return undefined;
  const { tool } = value;
  if (typeof tool !== "string") return undefined;
  const others = Object.entries(value).filter(([key]) => key !== "tool" && key !== "times");
  const terms = Object.fromEntries(others);
  const plain = others.length === 0;
  const key = plain ? tool : `${tool} ${canonicalJson(terms)}`;
  const { component } = value;
  return { tool, plain, key, ...(typeof component === "string" && { component }) };
}

/** Reads a list of patterns, without those of another form. */
export function writtenPatterns(value: JsonValue | undefined): readonly WrittenPattern[] {
  return listOf(value).flatMap((each) => writtenPattern(each) ?? []);
}

/** How often a `called` check wants its calls. */
export function writtenTimes(value: JsonValue): { readonly min: number; readonly max: number } {
  const times = isJsonObject(value) ? value["times"] : undefined;
  if (typeof times === "number") return { min: times, max: times };
  if (!isJsonObject(times)) return { min: 1, max: Number.POSITIVE_INFINITY };
  const { min, max } = times;
  return {
    min: typeof min === "number" ? min : 0,
    max: typeof max === "number" ? max : Number.POSITIVE_INFINITY,
  };
}

/** How often each tool stands in a list by its own name. */
export function countTools(patterns: readonly WrittenPattern[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { tool } of patterns) {
    if (!isToolGlob(tool)) counts.set(tool, (counts.get(tool) ?? 0) + 1);
  }
  return counts;
}

/** Whether one of the tools may be meant by a name. */
export function meansAny(name: string, tools: Iterable<string>): boolean {
  return [...tools].some(toolMatcher(name));
}
