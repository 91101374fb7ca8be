import { expect, test } from "vitest";
import { systemCode } from "../../platform/index.ts";
import { connectionFailure } from "./connection-failure.ts";

const context = { model: "anthropic/m", url: "https://example.com" };
const withCode = (code: string): Error => Object.assign(new Error("inner secret"), { code });
const wrapped = (code: string): Error =>
  new Error("Connection error.", {
    cause: new TypeError("fetch failed", { cause: withCode(code) }),
  });

test.each([
  ["ECONNREFUSED", "MODEL_UNREACHABLE", true],
  ["ENOTFOUND", "MODEL_UNREACHABLE", true],
  ["EAI_AGAIN", "MODEL_UNREACHABLE", true],
  ["ECONNRESET", "MODEL_UNREACHABLE", true],
  ["UND_ERR_SOCKET", "MODEL_UNREACHABLE", true],
  ["UND_ERR_CONNECT_TIMEOUT", "MODEL_TIMEOUT", true],
  ["UND_ERR_HEADERS_TIMEOUT", "MODEL_TIMEOUT", true],
  ["ETIMEDOUT", "MODEL_TIMEOUT", true],
  ["SELF_SIGNED_CERT_IN_CHAIN", "MODEL_UNREACHABLE", false],
  ["CERT_HAS_EXPIRED", "MODEL_UNREACHABLE", false],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "MODEL_UNREACHABLE", false],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "MODEL_UNREACHABLE", false],
])("%s is %s, retryable %s", (code, expected, retryable) => {
  const error = connectionFailure(wrapped(code), context);
  expect(error).toMatchObject({ code: expected, retryable });
  expect(error.message).toContain(`https://example.com (${code})`);
  expect(error.message).not.toContain("secret");
});

test("an error without a code", () => {
  const error = connectionFailure(new Error("odd"), context);
  expect(error.message).toBe("anthropic/m: no connection to https://example.com");
});

test("the code of the first of several addresses", () => {
  const several = new AggregateError([withCode("ECONNREFUSED"), withCode("ENETUNREACH")]);
  expect(systemCode(new Error("x", { cause: several }))).toBe("ECONNREFUSED");
});

test("causes that go round in a circle", () => {
  const error = new Error("a");
  error.cause = error;
  expect(systemCode(error)).toBeUndefined();
});
