import { countText } from "../../check/times.ts";
import { isToolGlob, toolMatcher } from "../../check/tool-glob.ts";
import type { CallFacts } from "./call-facts.ts";
import type { WrittenPattern } from "./called-patterns.ts";

/** Why what two checks say of calls cannot both hold; undefined where it can. */
export function callConflict(a: CallFacts, b: CallFacts): string | undefined {
  return oneWay(a, b) ?? oneWay(b, a);
}

/** Lists of names that stand for several tools are looked at so far: nobody writes longer ones. */
const maxGlobs = 50;

/** What the first needs, against what the second allows. */
function oneWay(a: CallFacts, b: CallFacts): string | undefined {
  const forbidden = a.needs.find((need) => b.forbids.some((each) => covers(each, need)));
  if (forbidden !== undefined) return `${forbidden.tool} must be called, and must not`;
  const mostOf = limitsOf(b.most);
  const several = [...a.least].find(([tool, least]) => least > mostOf(tool));
  if (several !== undefined) {
    const [tool, least] = several;
    return `${tool} must be called at least ${countText(least)}, and at most ${countText(mostOf(tool))}`;
  }
  const { only } = b;
  if (only !== undefined && a.least.size > 0) {
    const isAllowed = anyOf(only);
    const other = [...a.least.keys()].find((tool) => !isAllowed(tool));
    if (other !== undefined) return `${other} must be called, and is not among the only calls`;
  }
  const { needsAny } = a;
  const none =
    needsAny.length > 0 && needsAny.every((need) => b.forbids.some((each) => covers(each, need)));
  return none ? "each of the calls of which one is needed is forbidden" : undefined;
}

/** The least of the limits of a tool: its own, and those of names that stand for it. */
function limitsOf(most: CallFacts["most"]): (tool: string) => number {
  const globs = [...most].filter(([name]) => isToolGlob(name)).slice(0, maxGlobs);
  const known = globs.map(([name, limit]) => ({ matches: toolMatcher(name), limit }));
  return (tool) =>
    known.reduce(
      (least, { matches, limit }) => (matches(tool) ? Math.min(least, limit) : least),
      most.get(tool) ?? Number.POSITIVE_INFINITY,
    );
}

/** Whether a tool is meant by one of the names. */
function anyOf(names: readonly string[]): (tool: string) => boolean {
  const plain = new Set(names);
  const globs = names.filter(isToolGlob);
  // Of too many, nobody can say that a tool is not among them.
  if (globs.length > maxGlobs) return () => true;
  const matchers = globs.map(toolMatcher);
  return (tool) => plain.has(tool) || matchers.some((matches) => matches(tool));
}

function covers(forbidden: WrittenPattern, need: WrittenPattern): boolean {
  if (forbidden.key === need.key) return true;
  return forbidden.plain && !isToolGlob(need.tool) && toolMatcher(forbidden.tool)(need.tool);
}
