import { expect, test } from "vitest";
import { createVirtualClock } from "../core/testing/virtual-clock.ts";
import { seededRandom } from "../platform/index.ts";
import { createModel } from "./create-model.ts";
import type { ModelOptions } from "./model-options.ts";
import { chatRequest } from "./testing/chat-request.ts";

const script = "script: a\nreplies:\n  - turns: [{ text: hi }]\n";
const files = new Map([
  ["a.yml", script],
  ["/abs/a.yml", script],
  ["faulty.yml", "script: f\nreplies:\n  - turns: [{ fault: { status: 503 } }]\n"],
]);

function options(): ModelOptions & { clock: ReturnType<typeof createVirtualClock> } {
  return {
    clock: createVirtualClock(),
    random: seededRandom(1),
    files: {
      read: (path) => Promise.resolve(files.get(path)),
      list: () => Promise.resolve([]),
      realPath: undefined,
    },
    access: { anthropic: { apiKey: "key" }, openai: { apiKey: "key" } },
  };
}

test.each([
  ["anthropic/claude-sonnet-5", "anthropic/claude-sonnet-5", "live"],
  ["claude-sonnet-5", "anthropic/claude-sonnet-5", "live"],
  ["anthropic/my/model", "anthropic/my/model", "live"],
  ["openai/gpt-x", "openai/gpt-x", "live"],
  ["openai/my/model:8b", "openai/my/model:8b", "live"],
  ["script/a.yml", "script/a.yml", "script"],
  ["script//abs/a.yml", "script//abs/a.yml", "script"],
])("%s is %s", async (name, id, kind) => {
  expect(await createModel(name, options())).toMatchObject({ id, kind });
});

test.each([
  ["antropic/claude", 'there is no provider "antropic" of models', 'did you mean "anthropic"?'],
  ["vertex/gpt", 'there is no provider "vertex" of models', "one of: anthropic, openai, script"],
  [
    "gpt-5",
    '"gpt-5" names a model without its provider',
    "a model is written provider/name; providers: anthropic, openai, script",
  ],
  [
    "",
    '"" names a model without its provider',
    "a model is written provider/name; providers: anthropic, openai, script",
  ],
  ["anthropic/", '"anthropic/" names no model of anthropic', "write anthropic/<name>"],
  ["script", '"script" names no model of script', "write script/<file>"],
  [
    "constructor/x",
    'there is no provider "constructor" of models',
    "one of: anthropic, openai, script",
  ],
])("%j is no model", async (name, message, hint) => {
  await expect(createModel(name, options())).rejects.toMatchObject({
    code: "MODEL_UNKNOWN_PROVIDER",
    message,
    hint,
  });
});

test.each([
  ["nothing", undefined],
  ["no key", {}],
  ["an empty key", { anthropic: { apiKey: " " } }],
])("a real model needs a key: %s", async (_, access) => {
  const created = createModel("claude-sonnet-5", {
    ...options(),
    ...(access && { access }),
    ...(access === undefined && { access: {} }),
  });
  await expect(created).rejects.toMatchObject({
    code: "MODEL_KEY_MISSING",
    message: "there is no key for anthropic/claude-sonnet-5",
  });
});

test.each([
  ["no key and no address", {}, "there is no key for openai/m"],
  ["an empty key", { apiKey: " ", baseUrl: "" }, "there is no key for openai/m"],
])("OpenAI needs a key: %s", async (_, openai, message) => {
  const hint = "set OPENAI_API_KEY; or, for a server of your own, OPENAI_BASE_URL";
  await expect(createModel("openai/m", { ...options(), access: { openai } })).rejects.toMatchObject(
    { code: "MODEL_KEY_MISSING", message, hint },
  );
});

test("a server of one's own may want no key", async () => {
  const access = { openai: { baseUrl: "http://localhost:8000/v1" } };
  expect(await createModel("openai/m", { ...options(), access })).toMatchObject({ kind: "live" });
});

test("a base URL is checked at once", async () => {
  const access = { anthropic: { apiKey: "key", baseUrl: "localhost:4010" } };
  await expect(createModel("claude-x", { ...options(), access })).rejects.toMatchObject({
    code: "MODEL_BASE_URL_INVALID",
  });
});

test("a script that does not exist", async () => {
  await expect(createModel("script/b.yml", options())).rejects.toMatchObject({
    code: "FILE_NOT_FOUND",
    message: "there is no script b.yml",
  });
});

test("models ask again, and say that they wait", async () => {
  const given = options();
  const waits: number[] = [];
  const model = await createModel("script/faulty.yml", {
    ...given,
    attempts: 3,
    onWait: ({ ms }) => waits.push(ms),
  });
  await expect(model.chat(chatRequest())).rejects.toMatchObject({
    code: "MODEL_OVERLOADED",
    message: expect.stringContaining("(3 attempts)"),
  });
  expect(waits).toHaveLength(2);
  expect(given.clock.sleeps).toEqual(waits);
});
