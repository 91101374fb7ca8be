import { expect, test } from "vitest";
import { providerAccess } from "./provider-access.ts";

const env = {
  ANTHROPIC_API_KEY: "a-key",
  ANTHROPIC_BASE_URL: "https://a.example",
  OPENAI_API_KEY: "o-key",
  OPENAI_BASE_URL: "https://o.example/v1",
};

test.each([
  ["claude-x", { anthropic: { apiKey: "a-key", baseUrl: "https://a.example" } }],
  ["anthropic/x/y", { anthropic: { apiKey: "a-key", baseUrl: "https://a.example" } }],
  ["openai/x/y", { openai: { apiKey: "o-key", baseUrl: "https://o.example/v1" } }],
  ["script/a.yml", {}],
  ["constructor/a", {}],
])("%s is reached by its own variables, and no other key goes along", (model, expected) => {
  expect(providerAccess({ env })(model)).toEqual(expected);
});

test("an address that is given goes before the environment's", () => {
  const of = providerAccess({ env, baseUrl: "http://localhost:1/v1" });
  const expected = { openai: { apiKey: "o-key", baseUrl: "http://localhost:1/v1" } };
  expect(of("openai/a")).toEqual(expected);
  expect(of("script/a.yml")).toEqual({});
  expect(of("openai/b")).toEqual(expected);
});

test.each([
  ["claude-x", "openai/x"],
  ["openai/x", "claude-x"],
])("an address that is given is not for two providers: %s, %s", (first, second) => {
  const of = providerAccess({ env, baseUrl: "http://localhost:1" });
  of(first);
  expect(() => of(second)).toThrow(
    expect.objectContaining({
      code: "MODEL_BASE_URL_INVALID",
      message:
        "--base-url is the address of one provider, but models of anthropic and openai are named",
    }),
  );
  expect(() => of(first)).not.toThrow();
});
