import { expect, test } from "vitest";
import { pressureOf } from "./rate-headers.ts";

const now = Date.UTC(2026, 0, 1, 12);

test.each([
  [{}, undefined],
  [{ "anthropic-ratelimit-requests-limit": "50" }, undefined],
  [left("anthropic-ratelimit-requests", 50, 5), undefined],
  [left("anthropic-ratelimit-requests", 50, 4), { pauseMs: 0 }],
  [left("anthropic-ratelimit-input-tokens", 1000, 99), { pauseMs: 0 }],
  [left("anthropic-ratelimit-requests", 50, 0, "2026-01-01T12:00:07Z"), { pauseMs: 7000 }],
  [left("anthropic-ratelimit-requests", 50, 0, "2026-01-01T11:00:00Z"), { pauseMs: 0 }],
  [left("anthropic-ratelimit-requests", 50, 0, "2027-01-01T12:00:00Z"), { pauseMs: 60_000 }],
  [left("anthropic-ratelimit-requests", 50, 0, "soon"), { pauseMs: 0 }],
  [left("anthropic-ratelimit-requests", 0, 0), undefined],
  [left("anthropic-ratelimit-requests", -5, 1), undefined],
  [openAi("requests", 100, 50, "1s"), undefined],
  [openAi("tokens", 100, 9, "1s"), { pauseMs: 0 }],
  [openAi("requests", 100, 0, "1m2.5s"), { pauseMs: 60_000 }],
  [openAi("requests", 100, 0, "20ms"), { pauseMs: 20 }],
  [openAi("requests", 100, 0, "6x"), { pauseMs: 0 }],
])("%j", (headers, expected) => {
  expect(pressureOf(new Headers(headers), now)).toEqual(expected);
});

function left(name: string, limit: number, remaining: number, reset = ""): Record<string, string> {
  return {
    [`${name}-limit`]: String(limit),
    [`${name}-remaining`]: String(remaining),
    [`${name}-reset`]: reset,
  };
}

function openAi(
  kind: string,
  limit: number,
  remaining: number,
  reset: string,
): Record<string, string> {
  return {
    [`x-ratelimit-limit-${kind}`]: String(limit),
    [`x-ratelimit-remaining-${kind}`]: String(remaining),
    [`x-ratelimit-reset-${kind}`]: reset,
  };
}
