import { expect, test, vi } from "vitest";
import { LeanAnthropic } from "./lean-anthropic.ts";

/** Sends a request with a signal; what is kept is the signal that reaches the network. */
async function sent(signal: AbortSignal): Promise<AbortSignal | undefined> {
  let seen: AbortSignal | undefined;
  const sdk = new LeanAnthropic({
    apiKey: "key",
    maxRetries: 0,
    fetch: (_, init) => {
      seen = init?.signal ?? undefined;
      return Promise.resolve(new Response("data", { status: 200 }));
    },
  });
  await sdk.post("/v1/messages", { body: {}, signal }).asResponse();
  return seen;
}

test("an abort after the head has come reaches the network", async () => {
  const caller = new AbortController();
  const seen = await sent(caller.signal);
  expect(seen?.aborted).toBe(false);
  caller.abort();
  expect(seen?.aborted).toBe(true);
});

test("nothing is sent with a signal that is aborted already", async () => {
  await expect(sent(AbortSignal.abort())).rejects.toThrow("aborted");
});

test("nothing of a request is kept until its reply has been collected", async () => {
  const register = vi.spyOn(FinalizationRegistry.prototype, "register");
  await sent(new AbortController().signal);
  expect(register.mock.calls.filter(([, kept]) => kept instanceof AbortController)).toEqual([]);
});
