import { describe, expect, test } from "vitest";
import { createRedactor } from "../../core/secrets/redactor.ts";
import type { Mocks } from "../../tools/index.ts";
import { brokenCanaries, CanaryPlanter } from "./canary-planter.ts";
import { canaryValue } from "./canary-value.ts";

describe("a canary that is made up", () => {
  const value = canaryValue("notes", "db_password");

  test("is the same in every run, and another for another name or suite", () => {
    expect(value).toBe(canaryValue("notes", "db_password"));
    expect(value).not.toBe(canaryValue("notes", "db_user"));
    expect(value).not.toBe(canaryValue("other", "db_password"));
    expect(value).toMatch(/^(?:[a-z]+-){4}[a-z]+$/);
  });

  test.each([value, `password: ${value}`, `DB_PASSWORD="${value}"`, `postgres://app/${value}`])(
    "reaches a model, as no redactor takes it for a token: %s",
    (text) => {
      expect(createRedactor({ known: [] }).redact(text)).toBe(text);
    },
  );
});

test("only behind a header for tokens it is taken out of results, as in the service", () => {
  const text = `PRIVATE-TOKEN: ${canaryValue("notes", "key")}`;
  expect(createRedactor({ known: [] }).redact(text)).not.toBe(text);
});

describe("planting", () => {
  const planter = (): CanaryPlanter => new CanaryPlanter("notes", { user: "Erika Mustermann" });
  const made = canaryValue("notes", "key");

  test("fills every text, and remembers what it has planted", () => {
    const some = planter();
    const value = { ask: "{{ canary.key }}, {{canary.user}}!", n: 1, list: ["{{ canary.key }}"] };
    expect(some.planted()).toEqual({});
    expect(some.plant(value)).toEqual({
      ask: `${made}, Erika Mustermann!`,
      n: 1,
      list: [made],
    });
    expect(some.planted()).toEqual({ key: made, user: "Erika Mustermann" });
  });

  test("leaves what asks for none as it is", () => {
    const value = { ask: "The canary sings {{ args.id }} and {{ row.canary }}" };
    expect(planter().plant(value)).toBe(value);
  });

  test("takes a name that objects have by themselves for a name", () => {
    expect(planter().plant("{{ canary.constructor }}")).toBe(canaryValue("notes", "constructor"));
  });

  test("fills what mocks answer, texts from files too", () => {
    const answer = { isError: false, isTemplate: false, content: "k={{ canary.key }}" };
    const mocks: Mocks = new Map([
      ["read_file", { tool: "read_file", rules: [{ latencyMs: 0, answer }] }],
    ]);
    const rules = planter().plantMocks(mocks).get("read_file")?.rules;
    expect(rules).toEqual([{ latencyMs: 0, answer: { ...answer, content: `k=${made}` } }]);
  });
});

test.each<[string, readonly string[]]>([
  ["{{ canary.key }}", []],
  ["a canary, {{ args.canary_id }}", []],
  ["{{ canary.Key }}", ["{{ canary.Key }}"]],
  ["{{ canary }} and {{ canary.a }}", ["{{ canary }}"]],
  ["{{ canary.a | upper }}", ["{{ canary.a | upper }}"]],
  ["{% if canary.a %}", ["{% if canary.a %}"]],
])("what is no reference is told: %s", (text, broken) => {
  expect(brokenCanaries({ a: [text] })).toEqual(
    broken.map((part) => ({ path: ["a", 0], text: part })),
  );
});
