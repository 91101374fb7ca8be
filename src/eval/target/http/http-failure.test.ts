import { expect, test } from "vitest";
import { knownHider } from "../hide-known.ts";
import { connectionFailure, namedEndpoint, statusFailure } from "./http-failure.ts";

const secret = "s3cret-chat-key";
const from = namedEndpoint("http://127.0.0.1/chat", knownHider([secret]).text);

test.each([150, 186, 190, 195, 198])(
  "a key that is cut off after %i characters of a response is not half in the message",
  (before) => {
    const text = `${"x".repeat(before)}${secret} and more`;
    const { message } = statusFailure({ status: 422, headers: new Headers(), text }, from, 0);
    expect(message).toMatch(/^http:\/\/127\.0\.0\.1\/chat answered 422: xxx/);
    expect(message).not.toMatch(/s3/);
  },
);

test("a connection that broke within a response is not one that was never made", () => {
  const error = new TypeError("terminated", {
    cause: Object.assign(new Error("closed"), { code: "UND_ERR_SOCKET" }),
  });
  const failure = (hasAnswered: boolean): string =>
    connectionFailure(error, from, { expiredMs: undefined, hasAnswered }).message;
  expect(failure(false)).toBe("no connection to http://127.0.0.1/chat (UND_ERR_SOCKET)");
  expect(failure(true)).toBe(
    "the connection to http://127.0.0.1/chat broke within its response (UND_ERR_SOCKET)",
  );
});
