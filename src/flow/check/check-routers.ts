import type { Flow } from "../model/flow.ts";
import type { Located } from "../model/located.ts";
import type { FlowRouter } from "../model/router.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { BuildPlan } from "./build-plan.ts";
import { builtInsOf } from "./built-ins.ts";
import { fieldOf } from "./flow-check.ts";
import { unknownName } from "./unknown-name.ts";

/** Routers start from components, one from each, and go to components, `end` or `abort`. */
export function checkRouters(flow: Flow, plan: BuildPlan): readonly FlowProblem[] {
  const first = new Map<string, FlowRouter>();
  return flow.routers.flatMap((router) => {
    const problem = checkFrom(flow, router, { plan, first });
    if (problem === undefined) first.set(router.from, router);
    const targets = checkTargets(flow, router, plan);
    return problem === undefined ? targets : [problem, ...targets];
  });
}

interface FromContext {
  readonly plan: BuildPlan;
  /** The router that each component has so far. */
  readonly first: ReadonlyMap<string, FlowRouter>;
}

function checkFrom(
  flow: Flow,
  router: FlowRouter,
  { plan, first }: FromContext,
): FlowProblem | undefined {
  const { from } = router;
  if (builtInsOf(flow).includes(from)) {
    // A component that bears the name is a mistake of its own.
    if (plan.written.has(from)) return undefined;
    const message = `nothing can follow "${from}"`;
    const place = fieldOf(flow, router, "from");
    return { ...place, rule: "E104", message, hint: "remove this router" };
  }
  if (!plan.names.has(from)) {
    const { why, hint } = unknownName(from, plan);
    const place = fieldOf(flow, router, "from");
    return { ...place, rule: "E101", message: `a router starts from "${from}", ${why}`, hint };
  }
  const earlier = first.get(from);
  if (earlier === undefined) return undefined;
  const hint = `the first is on line ${earlier.range.start.line}; a condition can go several ways`;
  const place = fieldOf(flow, router, "from");
  return { ...place, rule: "E104", message: `a second router starts from "${from}"`, hint };
}

function checkTargets(flow: Flow, router: FlowRouter, plan: BuildPlan): readonly FlowProblem[] {
  const builtIns = builtInsOf(flow);
  return targetsOf(router).flatMap(({ to, part, keys }): readonly FlowProblem[] => {
    if (plan.names.has(to) || builtIns.includes(to)) return [];
    const { why, hint } = unknownName(to, plan, builtIns);
    const message = `the router from "${router.from}" goes to "${to}", ${why}`;
    return [{ ...fieldOf(flow, part, ...keys), rule: "E103", message, hint }];
  });
}

interface Target {
  readonly to: string;
  readonly part: Located;
  readonly keys: readonly string[];
}

function targetsOf(router: FlowRouter): readonly Target[] {
  if (router.type === "simple") return [{ to: router.to, part: router, keys: ["to"] }];
  return router.routes.map((route) => ({ to: route.to, part: route, keys: [] }));
}
