import { json } from "../http/answers.ts";
import type { Credentials } from "../http/authenticate.ts";
import type { Exchange } from "../http/exchange.ts";
import { instanceRoutes } from "./instance-routes.ts";
import { noteRoutes } from "./note-routes.ts";
import { RestRefusal, type Route } from "./rest-request.ts";
import { statusRoutes } from "./status-routes.ts";

const routes: readonly Route[] = [...instanceRoutes, ...noteRoutes, ...statusRoutes];

/** Everything below `/api/v4/`. */
export function answerRest(exchange: Exchange, path: string): Response {
  for (const route of routes) {
    const params = route.method === exchange.method ? match(route.path, path) : undefined;
    if (params === undefined) continue;
    const refusal = refusalOf(exchange.credentials, route);
    if (refusal !== undefined) return refusal;
    try {
      return route.answer({ ...exchange, params });
    } catch (error) {
      if (error instanceof RestRefusal) return error.response;
      throw error;
    }
  }
  const isKnown = routes.some((route) => match(route.path, path) !== undefined);
  return isKnown ? json({ error: "405 Not Allowed" }, 405) : json({ error: "404 Not Found" }, 404);
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = decoded(given[at] ?? "");
    if (value === undefined) return undefined;
    if (part.startsWith(":")) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

const unauthorized = (): Response => json({ message: "401 Unauthorized" }, 401);

const reasons = {
  expired: "Token is expired. You can either do re-authorization or token refresh.",
  revoked: "Token was revoked. You have to re-authorize from the user.",
} as const;

/** What the token is refused with; undefined where the route may be used. */
function refusalOf(credentials: Credentials, { method, jobs, user }: Route): Response | undefined {
  const isWrite = method !== "GET";
  if (credentials.kind === "nobody") return isWrite ? unauthorized() : undefined;
  if (credentials.kind === "refused") {
    const { reason } = credentials;
    if (reason === "unknown") return unauthorized();
    if (reason === "blocked") {
      return json({ message: "403 Forbidden - Your account has been blocked." }, 403);
    }
    return json({ error: "invalid_token", error_description: reasons[reason] }, 401);
  }
  const { kind, scopes } = credentials.token;
  if (kind === "job") return jobs === true ? undefined : unauthorized();
  const enough = ["api", ...(isWrite ? [] : ["read_api"]), ...(user === true ? ["read_user"] : [])];
  if (scopes.some((scope) => enough.includes(scope))) return undefined;
  const description = "The request requires higher privileges than provided by the access token.";
  const body = {
    error: "insufficient_scope",
    error_description: description,
    scope: enough.join(" "),
  };
  return json(body, 403);
}
