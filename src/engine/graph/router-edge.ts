import { pyStr } from "../../core/python/py-str.ts";
import { type ConditionalRouter, defaultRoute, type FlowRouter } from "../../flow/index.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { FlowState } from "../state/flow-state.ts";
import { readKey } from "../state/read-state.ts";
import type { Edge, Step } from "./graph-node.ts";

/** What a flow's router decides after its component. */
export function routerEdge(router: FlowRouter, stepTo: (component: string) => Step): Edge {
  return router.type === "simple"
    ? () => stepTo(router.to)
    : (state) => stepTo(chooseRoute(router, state));
}

/** The value's text, as Python prints it, equals a route's key or falls to the default route. */
function chooseRoute(router: ConditionalRouter, state: FlowState): string {
  const value = pyStr(readKey(state, router.input));
  const route = routeOf(router, value) ?? routeOf(router, defaultRoute);
  if (route !== undefined) return route;
  const known = router.routes.map(({ key }) => `"${key}"`).join(", ");
  throw new FlowFailure(
    "router_no_match",
    `no route from "${router.from}" for the value "${value}", and no ${defaultRoute}; the routes are ${known}`,
  );
}

function routeOf(router: ConditionalRouter, key: string): string | undefined {
  return router.routes.findLast((route) => route.matches && route.key === key)?.to;
}
