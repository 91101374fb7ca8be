import { expect, test } from "vitest";
import { type HttpFailure, httpFailure, statusOfType } from "./http-failure.ts";

const fail = (failure: Partial<HttpFailure> & { status: number }) =>
  httpFailure({ model: "anthropic/m", now: 0, ...failure });

test.each([
  [400, "MODEL_REQUEST_REFUSED", false],
  [401, "MODEL_KEY_REFUSED", false],
  [402, "MODEL_QUOTA_EXHAUSTED", false],
  [403, "MODEL_KEY_REFUSED", false],
  [404, "MODEL_NOT_FOUND", false],
  [405, "MODEL_REQUEST_REFUSED", false],
  [408, "MODEL_TIMEOUT", true],
  [409, "MODEL_OVERLOADED", true],
  [413, "MODEL_REQUEST_REFUSED", false],
  [422, "MODEL_REQUEST_REFUSED", false],
  [429, "MODEL_RATE_LIMITED", true],
  [500, "MODEL_OVERLOADED", true],
  [502, "MODEL_OVERLOADED", true],
  [503, "MODEL_OVERLOADED", true],
  [504, "MODEL_OVERLOADED", true],
  [529, "MODEL_OVERLOADED", true],
  [301, "MODEL_REQUEST_REFUSED", false],
  [307, "MODEL_REQUEST_REFUSED", false],
])("status %i is %s, retryable %s", (status, code, retryable) => {
  expect(fail({ status })).toMatchObject({ status, code, retryable });
});

test("the message names model, status, type and the provider's words, on one line", () => {
  const { message } = fail({
    status: 529,
    type: "overloaded_error",
    message: "Over\nloaded\u001b[31m",
  });
  expect(message).toBe("anthropic/m: the provider answered 529 (overloaded_error): Over loaded");
  expect(fail({ status: 500 }).message).toBe("anthropic/m: the provider answered 500");
  expect(fail({ status: 500, message: "x".repeat(10_000) }).message.length).toBeLessThan(600);
});

test.each([
  [413, undefined, "", true],
  [400, "request_too_large", "", true],
  [400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum", true],
  [400, "invalid_request_error", "input length and `max_tokens` exceed context limit", true],
  [400, "context_length_exceeded", "Please shorten the messages.", true],
  [400, "BadRequestError", "This model's maximum context length is 4096 tokens.", true],
  [400, undefined, "the request exceeds the available context size, try increasing it", true],
  [400, "invalid_request_error", "max_tokens: Field required", false],
  [429, "rate_limit_error", "long context window requests are limited", false],
  [500, "api_error", "", false],
])("%i %s %j is a context overflow: %s", (...row) => {
  const [status, type, message, expected] = row;
  const error = fail({ status, type, message });
  const { code, type: named } = error;
  expect(code === "MODEL_REQUEST_REFUSED" && named === "request_too_large").toBe(expected);
});

test.each([
  [400, "Your credit balance is too low to access the API.", "MODEL_QUOTA_EXHAUSTED"],
  [429, "You have reached your specified API usage limits.", "MODEL_QUOTA_EXHAUSTED"],
  [429, "This would exceed the organization's spend limit", "MODEL_QUOTA_EXHAUSTED"],
  [429, "Number of requests has exceeded your rate limit", "MODEL_RATE_LIMITED"],
  [500, "credit balance is too low", "MODEL_OVERLOADED"],
])("%i %j is %s", (status, message, code) => {
  expect(fail({ status, message }).code).toBe(code);
});

test.each([
  ["insufficient_quota", "MODEL_QUOTA_EXHAUSTED"],
  ["rate_limit_exceeded", "MODEL_RATE_LIMITED"],
])("429 of type %s is %s", (type, code) => {
  expect(fail({ status: 429, type, message: "Slow down." }).code).toBe(code);
});

test("a wrong address is told how such addresses end, a wrong model is not", () => {
  const about = { status: 404, addressHint: "the base URL ends in /v1" };
  expect(fail(about).hint).toMatch(/name of the model; the base URL ends in \/v1$/);
  const model = { type: "model_not_found", message: "The model `x` does not exist" };
  expect(fail({ ...about, ...model }).hint).toBe("check the name of the model");
});

test.each([
  ["not_found_error", "model: claude-nope", "check the name of the model"],
  [
    undefined,
    "no route",
    "check the base URL (requests go to http://localhost:1) and the name of the model",
  ],
  [
    "not_found_error",
    "Not Found",
    "check the base URL (requests go to http://localhost:1) and the name of the model",
  ],
])("a 404 of %s, %j", (type, message, hint) => {
  expect(fail({ status: 404, type, message, url: "http://localhost:1" }).hint).toBe(hint);
});

test.each([
  [{ "retry-after": "3" }, true, 3000],
  [{ "x-should-retry": "false", "retry-after": "3" }, false, 3000],
  [{ "x-should-retry": "true" }, true, undefined],
])("headers %j", (headers, retryable, retryAfterMs) => {
  const error = fail({ status: 429, headers: new Headers(headers) });
  expect(error).toMatchObject({ retryable, retryAfterMs });
});

test("x-should-retry does not make a refusal retryable", () => {
  const headers = new Headers({ "x-should-retry": "true" });
  expect(fail({ status: 400, headers }).retryable).toBe(false);
});

test.each([
  ["overloaded_error", 529],
  ["rate_limit_error", 429],
  ["invalid_request_error", 400],
  ["insufficient_quota", 429],
  ["rate_limit_exceeded", 429],
  ["context_length_exceeded", 400],
  ["a_new_error", 500],
  [undefined, 500],
])("an event of type %s counts as %i", (type, status) => {
  expect(statusOfType(type)).toBe(status);
});
