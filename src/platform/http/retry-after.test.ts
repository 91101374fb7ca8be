import { expect, test } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

const now = Date.UTC(2026, 0, 1, 12);

test.each([
  [{}, undefined],
  [{ "retry-after": "2" }, 2000],
  [{ "retry-after": "0" }, 0],
  [{ "retry-after": "1.5" }, 1500],
  [{ "retry-after": " 2 " }, 2000],
  [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
  [{ "retry-after-ms": "soon", "retry-after": "9" }, 9000],
  [{ "retry-after": "Thu, 01 Jan 2026 12:00:05 GMT" }, 5000],
  [{ "retry-after": "Thu, 01 Jan 2026 11:00:00 GMT" }, undefined],
  [{ "retry-after": "86400" }, 86_400_000],
  [{ "retry-after": "9999999999" }, undefined],
  [{ "retry-after": "-1" }, undefined],
  [{ "retry-after": "1e9" }, undefined],
  [{ "retry-after": "NaN" }, undefined],
  [{ "retry-after": "3 apples" }, undefined],
  [{ "retry-after": "Foo, bar" }, undefined],
  [{ "retry-after": "" }, undefined],
])("%j asks for %s", (headers, expected) => {
  expect(retryAfterMs(new Headers(headers), now)).toBe(expected);
});
