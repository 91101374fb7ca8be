import { expect, test } from "vitest";
import { parseBaseUrl } from "./base-url.ts";

test.each([
  ["https://api.anthropic.com", "https://api.anthropic.com", false],
  ["https://api.anthropic.com/", "https://api.anthropic.com", false],
  ["https://gateway.example.com/anthropic/", "https://gateway.example.com/anthropic", false],
  ["http://127.0.0.1:4010", "http://127.0.0.1:4010", true],
  ["http://127.1:4010", "http://127.0.0.1:4010", true],
  ["http://2130706433", "http://127.0.0.1", true],
  ["http://localhost:1", "http://localhost:1", true],
  ["http://LOCALHOST:1", "http://localhost:1", true],
  ["http://[::1]:1", "http://[::1]:1", true],
  ["http://127.0.0.1.example.com", "http://127.0.0.1.example.com", false],
  ["http://localhost.example.com", "http://localhost.example.com", false],
  ["http://10.0.0.1", "http://10.0.0.1", false],
])("%s is %s, loopback %s", (text, url, isLoopback) => {
  expect(parseBaseUrl(text)).toEqual({ url, isLoopback });
});

test.each([
  ["not a URL", "nonsense"],
  ["another protocol", "ftp://example.com"],
  ["a password", "https://user:hunter2hunter2@example.com"],
  ["a user", "https://hunter2hunter2@example.com"],
  ["a query", "https://example.com/?key=hunter2hunter2"],
  ["a fragment", "https://example.com/#hunter2hunter2"],
  ["a password and nonsense", "https://user:hunter2hunter2@exa mple.com"],
])("%s is refused, and nothing of it repeated", (_, text) => {
  let error: unknown;
  try {
    parseBaseUrl(text);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ code: "MODEL_BASE_URL_INVALID" });
  expect(String(error)).not.toContain("hunter2");
});
