import { describe, expect, test } from "vitest";
import { AppError } from "../core/errors/app-error.ts";
import { checkToken } from "./check-token.ts";
import { parseInstance } from "./instance.ts";

function failure(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error("it did not fail");
}

test.each([
  ["https://gitlab.com", "https://gitlab.com"],
  ["https://gitlab.com/", "https://gitlab.com"],
  ["https://example.com:8443/tools/gitlab//", "https://example.com:8443/tools/gitlab"],
  ["http://127.0.0.1:3000", "http://127.0.0.1:3000"],
  ["http://2130706433/", "http://127.0.0.1"],
  ["http://[::1]:3000", "http://[::1]:3000"],
  ["http://localhost:3000", "http://localhost:3000"],
  ["http://gdk.test:3000", "http://gdk.test:3000"],
  ["http://gitlab.localhost", "http://gitlab.localhost"],
])("%s is the instance %s", (text, url) => {
  expect(parseInstance(text)).toEqual({ url, origin: new URL(url).origin });
});

test.each([
  ["gitlab.com", "GITLAB_URL_INVALID"],
  ["", "GITLAB_URL_INVALID"],
  ["file:///etc", "GITLAB_URL_INVALID"],
  ["https://bob:hunter2@gitlab.com", "GITLAB_URL_INVALID"],
  ["https://hunter2@gitlab.com", "GITLAB_URL_INVALID"],
  ["https://gitlab.com/?private_token=hunter2", "GITLAB_URL_INVALID"],
  ["https://gitlab.com/#hunter2", "GITLAB_URL_INVALID"],
  ["http://gitlab.com", "GITLAB_URL_INSECURE"],
  ["http://10.0.0.1", "GITLAB_URL_INSECURE"],
  ["http://localhost.example.com", "GITLAB_URL_INSECURE"],
  ["http://nottest", "GITLAB_URL_INSECURE"],
  ["http://128.0.0.1", "GITLAB_URL_INSECURE"],
])("%s is refused", (text, code) => {
  const error = failure(() => parseInstance(text));
  expect(error.code).toBe(code);
  expect(error.hint).toBeDefined();
  expect(error.message).not.toContain("hunter2");
});

test("an insecure address can be allowed", () => {
  expect(parseInstance("http://gitlab.example.com", { allowInsecure: true }).url).toBe(
    "http://gitlab.example.com",
  );
});

describe("tokens", () => {
  test.each(["glpat-abc_DEF.123", " glpat-abc\n"])("%j can be sent", (text) => {
    expect(checkToken(text)).toBe(text.trim());
  });

  test.each(["", " ", "glpat-a b", "glpat-a\nb", "glpat-ä", "glpat-\u0000x", "x".repeat(2001)])(
    "%j cannot be sent, and is not repeated",
    (text) => {
      const error = failure(() => checkToken(text));
      expect(error.code).toBe("GITLAB_TOKEN_INVALID");
      expect(`${error.message} ${error.hint}`).not.toContain("glpat-");
    },
  );
});
