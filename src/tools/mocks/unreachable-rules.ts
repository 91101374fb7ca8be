import { canonicalJson } from "../../core/canonical-json.ts";
import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { MockRule } from "./mock.ts";

/** A rule that no call gets to, and the rule before it that answers all of its calls. */
export interface UnreachableRule {
  /** Where it stands. */
  readonly rule: readonly (string | number)[];
  /** Index of the other. */
  readonly by: number;
}

/** Rules with fewer arguments are few, so that those of a long list are not all compared with all. */
const maxCompared = 50;

/**
 * The rules of a tool that never answer: one before them, which is never used up, takes whatever they
 * wait for, because it wants nothing, the same, or a part of it.
 */
export function unreachableRules(rules: readonly MockRule[]): readonly UnreachableRule[] {
  const endless = new Map<string, number>();
  const wide: { readonly wants: ReadonlySet<string>; readonly index: number }[] = [];
  return rules.flatMap(({ written, args, times }, index): readonly UnreachableRule[] => {
    const wants = args === undefined ? [] : wantsOf(written?.args);
    if (wants === undefined) return [];
    const key = wants.join("\n");
    const own = new Set(wants);
    const by =
      endless.get(key) ??
      wide.find((other) => [...other.wants].every((want) => own.has(want)))?.index;
    if (by === undefined && times === undefined) {
      endless.set(key, index);
      if (wide.length < maxCompared) wide.push({ wants: own, index });
    }
    return by === undefined || written === undefined ? [] : [{ rule: written.path, by }];
  });
}

/** What a matcher wants, argument by argument, sorted; undefined where nobody can tell. */
function wantsOf(args: JsonValue | undefined): readonly string[] | undefined {
  if (!isJsonObject(args)) return undefined;
  return Object.entries(args)
    .map(([key, value]) => canonicalJson({ [key]: value }))
    .toSorted();
}
