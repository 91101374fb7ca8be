import type { JsonValue } from "../../../core/json.ts";
import { asTexts } from "../../check/text-list.ts";
import type { FlowWays } from "./flow-ways.ts";
import { routeFields } from "./route-conflict.ts";

/** Why no run of a flow takes the route that a check wants; undefined where one could. */
export function routeProblem(value: JsonValue, ways: FlowWays): string | undefined {
  const { exact, in_order: inOrder, contains, subset, not_contains: without } = routeFields(value);
  const { entryPoint } = ways;
  return (
    entryProblem(asTexts(subset), asTexts(without), entryPoint) ??
    exactProblem(asTexts(exact), ways) ??
    orderProblem(asTexts(inOrder), ways) ??
    asTexts(contains)
      .filter((name) => name !== entryPoint && !ways.leads(entryPoint, name))
      .map((name) => `nothing leads from ${entryPoint} to ${name}`)[0]
  );
}

/** Every route has the component with which the flow begins. */
function entryProblem(
  subset: readonly string[],
  without: readonly string[],
  entryPoint: string,
): string | undefined {
  const isLeftOut = subset.length > 0 && !subset.includes(entryPoint);
  return isLeftOut || without.includes(entryPoint)
    ? `the flow begins in ${entryPoint}, which the check leaves out`
    : undefined;
}

function exactProblem(names: readonly string[], ways: FlowWays): string | undefined {
  const [first] = names;
  if (first === undefined) return undefined;
  if (first !== ways.entryPoint) return `the flow begins in ${ways.entryPoint}, not in ${first}`;
  const broken = pairs(names).find(([from, to]) => !ways.follows(from, to));
  return broken === undefined ? undefined : `${broken[1]} never follows ${broken[0]}`;
}

function orderProblem(names: readonly string[], ways: FlowWays): string | undefined {
  const whole = names[0] === ways.entryPoint ? names : [ways.entryPoint, ...names];
  if (names.length === 0) return undefined;
  const broken = pairs(whole).find(([from, to]) => !ways.leads(from, to));
  return broken === undefined ? undefined : `nothing leads from ${broken[0]} to ${broken[1]}`;
}

function pairs(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.slice(1).map((name, index) => [names[index] ?? "", name] as const);
}
