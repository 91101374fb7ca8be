import { graphqlError, json, page, plain } from "../http/answers.ts";
import type { Fault, FaultSetting } from "./fault.ts";

/** An error as the API that was asked writes it. */
function apiError({ isGraphql }: FaultSetting, message: string, status: number): Response {
  return isGraphql
    ? graphqlError(message, status)
    : json({ message: `${status} ${message}` }, status);
}

function limited({ now }: FaultSetting, seconds: number): Response {
  const resets = Math.ceil(now() / 1000) + seconds;
  return plain("Retry later", 429, {
    "ratelimit-limit": "2000",
    "ratelimit-name": "throttle_authenticated_api",
    "ratelimit-observed": "2001",
    "ratelimit-remaining": "0",
    "ratelimit-reset": String(resets),
    "ratelimit-resettime": new Date(resets * 1000).toUTCString(),
    "retry-after": String(seconds),
  });
}

/** Requests that are turned away by their status. */
export const refusals: readonly Fault[] = [
  {
    id: "unauthorized",
    summary: "401, as for a token that is wrong, expired or revoked",
    spoil: (setting) =>
      apiError(setting, setting.isGraphql ? "Invalid token" : "Unauthorized", 401),
  },
  {
    id: "forbidden",
    summary: "403, as for a user who is blocked",
    spoil: (setting) => apiError(setting, "API not accessible for user", 403),
  },
  {
    id: "not-found",
    summary: "404",
    spoil: (setting) => apiError(setting, "Not found!", 404),
  },
  {
    id: "conflict",
    summary: "409, as for two updates at once",
    spoil: (setting) => apiError(setting, "Conflict", 409),
  },
  {
    id: "query-too-large",
    summary: "422",
    spoil: (setting) => apiError(setting, "Query too large", 422),
  },
  {
    id: "rate-limited",
    summary: "429 with all its headers, for a second",
    spoil: (setting) => limited(setting, 1),
  },
  {
    id: "rate-limited-hour",
    summary: "429 that asks to wait an hour",
    spoil: (setting) => limited(setting, 3600),
  },
  {
    id: "rate-limited-plain",
    summary: "429 that says nothing about when",
    spoil: () => plain("Retry later", 429),
  },
  {
    id: "server-error",
    summary: "500",
    spoil: (setting) => apiError(setting, "Internal server error", 500),
  },
  {
    id: "bad-gateway",
    summary: "502, a page that waits for GitLab to boot",
    spoil: () => page("Waiting for GitLab to boot", 502),
  },
  {
    id: "overloaded",
    summary: "503, a page that says GitLab is not responding",
    spoil: () => page("GitLab is not responding (503)", 503),
  },
  {
    id: "query-timeout",
    summary: "503, as when the database gives up",
    spoil: (setting) =>
      apiError(
        setting,
        "Request timed out. Please try a less complex query or a smaller set of records.",
        503,
      ),
  },
  {
    id: "gateway-timeout",
    summary: "504, a page",
    spoil: () => page("504 Gateway Time-out", 504),
  },
  {
    id: "maintenance",
    summary: "503 that asks to wait 15 minutes, for every request",
    spoil: () =>
      json({ message: "GitLab Maintenance: system is in maintenance mode" }, 503, {
        "retry-after": "900",
      }),
  },
];
