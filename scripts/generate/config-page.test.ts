import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { configSchema } from "../../src/config/config-schema.ts";
import { configExamples } from "./config-examples.ts";
import { configPage } from "./config-page.ts";

const keys = Object.keys(configSchema.properties);
const { text } = configPage();

test("every key has its section, in the order of the schema", () => {
  expect([...text.matchAll(/^## (.+)$/gm)].map(([, key]) => key)).toEqual(keys);
});

test("every key has an example, and there is none of another", () => {
  expect(Object.keys(configExamples).toSorted()).toEqual(keys.toSorted());
});

test.each(keys)("the example of %s is one that flowproof takes", (key) => {
  const validate = new Ajv({ strict: false }).compile(configSchema);
  const value: unknown = parse(configExamples[key] ?? "");
  validate(value);
  expect(validate.errors).toBeNull();
  expect(Object.keys(value ?? {})).toEqual([key]);
});

/** Below the first level; names that the user chooses do not count. */
function namesIn(schema: object): readonly string[] {
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null) return [];
    return [...(key === "properties" ? Object.keys(value) : []), ...namesIn(value)];
  });
}

test("no key is left out, at whatever depth", () => {
  const names = new Set(namesIn(configSchema));
  const told = new Set(
    [...text.matchAll(/^\| `([\w.<>]+)` \|/gm)].flatMap(([, path = ""]) => path.split(".")),
  );
  expect([...names].filter((name) => !told.has(name))).toEqual([]);
});

test("every row says what the value is", () => {
  expect([...text.matchAll(/^\| `[^`]+` \| {2}\|/gm)].map(([row]) => row)).toEqual([]);
});
