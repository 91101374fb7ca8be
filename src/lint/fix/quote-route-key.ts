import type { ConditionalRouter, Flow, Route } from "../../flow/index.ts";
import type { RouteValues } from "../analysis/route-values.ts";
import type { State } from "../analysis/state.ts";
import type { Fix } from "../rule/fix.ts";
import { sourceOf } from "./source-of.ts";

/** Where a route stands, and what its router decides by. */
export interface RouteSetting {
  readonly router: ConditionalRouter;
  readonly values: RouteValues | undefined;
  readonly state: State;
  readonly flow: Flow;
}

/**
 * Puts the key of a route in quotes, spelled so that it can match: a boolean prints as `True`, and who
 * reads a text means it as it is written. Undefined where neither is known.
 */
export function quoteRouteKey(route: Route, setting: RouteSetting): Fix | undefined {
  const { router, values, state, flow } = setting;
  const written = route.matches ? undefined : sourceOf(flow).at(route.at, "key");
  if (written === undefined || !/^[\w.+-]+$/.test(written.text)) return undefined;
  const { start, end, text } = written;
  const allowed = [route.key, text].find((each) => values?.allows(each));
  const isText = router.input.target !== undefined && isTextIn(state(router.input));
  const key = values === undefined && (isText || text === route.key) ? text : allowed;
  if (key === undefined || router.routes.some((other) => other.matches && other.key === key)) {
    return undefined;
  }
  return { description: `write "${key}" in quotes`, edits: [{ start, end, text: `"${key}"` }] };
}

function isTextIn(reading: ReturnType<State>): boolean {
  return reading.found && reading.shape.kind === "text";
}
