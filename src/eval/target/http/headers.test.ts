import { expect, test } from "vitest";
import { runEval } from "../../../../fixtures/eval/run-eval.ts";
import { pooledFetch, proxiesOf } from "../../../platform/index.ts";

function run(header: string, key = "s3cret-chat-key"): Promise<unknown> {
  const suite = `suite: one
target:
  http:
    url: http://127.0.0.1:9/chat
    headers: { ${header} }
    body: { question: "{{ user }}" }
    response: { answer: /text }
cases: [{ id: a, ask: hi, expect: [answer: one] }]
`;
  const network = {
    fetch: pooledFetch({ connections: 1, proxies: proxiesOf({}) }),
    random: { next: () => 0 },
    variable: () => key,
  };
  return runEval({ "a.suite.yml": suite }, { network });
}

test.each([
  ['x-session: "{{ session }}"', /a header is no template/],
  ['x-key: { env: CHAT_KEY, prefix: "{% raw %}" }', /a header is no template/],
  [String.raw`x-two: "a\nb: c"`, /only ASCII characters and no line breaks/],
])("the header %s is refused where the suite is read", async (header, message) => {
  await expect(run(header)).rejects.toThrow(message);
});

test.each([["two\nlines"], ["“s3cret-chat-key”"]])(
  "the key %j ends the run before anything is sent, and is not in the message",
  async (key) => {
    const error: unknown = await run("x-key: { env: CHAT_KEY }", key).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      code: "TARGET_KEY_REFUSED",
      message: "CHAT_KEY holds characters that the header x-key cannot have",
    });
  },
);

test("braces that are none of a template are sent", async () => {
  await expect(run('x-json: "{ }"')).resolves.toMatchObject({
    trials: [{ outcome: "infra_error" }],
  });
});
