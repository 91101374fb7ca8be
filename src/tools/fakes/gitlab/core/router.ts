import type { ApiRequest } from "../../fake.ts";
import { decoded } from "./encoded.ts";
import type { Route } from "./world.ts";

/** A route that takes a path, with what its `:names` stand for. */
interface RouteMatch {
  readonly route: Route;
  readonly params: ReadonlyMap<string, string>;
}

/** The first route of that method whose path fits, written without `/api/v4` and query; undefined where none does. */
export function findRoute(
  routes: readonly Route[],
  method: ApiRequest["method"],
  path: string,
): RouteMatch | undefined {
  const given = path.split("/").filter((segment) => segment !== "");
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = fit(route.path, given);
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

function fit(pattern: string, given: readonly string[]): ReadonlyMap<string, string> | undefined {
  const wanted = pattern.split("/").filter((segment) => segment !== "");
  if (wanted.length !== given.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, segment] of wanted.entries()) {
    const actual = given[index] ?? "";
    if (segment.startsWith(":")) params.set(segment.slice(1), decoded(actual));
    else if (segment !== actual) return undefined;
  }
  return params;
}
