import { countText } from "../../check/times.ts";
import { isToolGlob, toolMatcher } from "../../check/tool-glob.ts";
import type { CallFacts } from "./call-facts.ts";
import type { WrittenPattern } from "./called-patterns.ts";

/** Why what two checks say of calls cannot both hold; undefined where it can. */
export function callConflict(a: CallFacts, b: CallFacts): string | undefined {
  return oneWay(a, b) ?? oneWay(b, a);
}

/** What the first needs, against what the second allows. */
function oneWay(a: CallFacts, b: CallFacts): string | undefined {
  const forbidden = a.needs.find((need) => b.forbids.some((each) => covers(each, need)));
  if (forbidden !== undefined) return `${forbidden.tool} must be called, and must not`;
  for (const [name, most] of b.most) {
    const several = [...a.least].find(([tool, least]) => least > most && toolMatcher(name)(tool));
    if (several === undefined) continue;
    return `${several[0]} must be called at least ${countText(several[1])}, and at most ${countText(most)}`;
  }
  const { only } = b;
  if (only !== undefined) {
    const other = [...a.least.keys()].find((tool) => !only.some((name) => toolMatcher(name)(tool)));
    if (other !== undefined) return `${other} must be called, and is not among the only calls`;
  }
  const { needsAny } = a;
  const none =
    needsAny.length > 0 && needsAny.every((need) => b.forbids.some((each) => covers(each, need)));
  return none ? "each of the calls of which one is needed is forbidden" : undefined;
}

function covers(forbidden: WrittenPattern, need: WrittenPattern): boolean {
  if (forbidden.key === need.key) return true;
  return forbidden.plain && !isToolGlob(need.tool) && toolMatcher(forbidden.tool)(need.tool);
}
