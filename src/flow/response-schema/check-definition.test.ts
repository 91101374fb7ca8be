import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parsePyJson } from "../../core/python/py-json.ts";
import { isPyDict, type PyDict } from "../../core/python/py-value.ts";
import { checkDefinition } from "./check-definition.ts";

interface RecordedDefinition {
  readonly definition: PyDict;
  readonly accepted: boolean;
}

/** Definitions made at random, and whether jsonschema and pydantic, used as the service uses them, took them. */
const recorded: readonly RecordedDefinition[] = readFileSync(
  join(import.meta.dirname, "definition-cases.jsonl"),
  "utf8",
)
  .trim()
  .split("\n")
  .flatMap((line) => {
    const entry = parsePyJson(line);
    const definition = isPyDict(entry) ? entry.get("definition") : undefined;
    if (!isPyDict(entry) || !isPyDict(definition)) throw new TypeError(line);
    return [{ definition, accepted: entry.get("accepted") === true }];
  });

test("every recorded definition is accepted or refused as it was", () => {
  const differences = recorded.flatMap(({ definition, accepted }) => {
    const findings = checkDefinition(definition);
    return (findings.length === 0) === accepted ? [] : [{ definition, findings }];
  });
  expect(differences).toEqual([]);
  expect(new Set(recorded.map(({ accepted }) => accepted)).size).toBe(2);
});

function refused(text: string): readonly string[] {
  const definition = parsePyJson(text);
  if (!isPyDict(definition)) throw new TypeError(text);
  return checkDefinition(definition).map(({ rule, path }) => `${rule} ${path.join("/")}`);
}

test.each<[what: string, definition: string, ...found: string[]]>([
  [
    "an edition does not mind keywords of a later one",
    '{"type": "object", "$defs": 5, "properties": {}}',
  ],
  [
    "the latest knows them",
    '{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "$defs": 5}',
    "E42 $defs",
  ],
  [
    "a nested object is of draft 7 again",
    `{"$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "properties": {"a":
      {"type": "object", "properties": {"b": {"type": "integer", "minimum": 1, "exclusiveMinimum": true}}}}}`,
    "E42 properties/a/properties/b/exclusiveMinimum",
  ],
  [
    "limits of items are ignored",
    '{"type": "object", "properties": {"a": {"type": "array", "items": {"type": "string", "pattern": "(?=a)"}}}}',
  ],
  [
    "a field that may be left out cannot choose among lists",
    '{"type": "object", "properties": {"a": {"enum": [[1], "x", {}]}}}',
    "E47 properties/a/enum/0",
    "E47 properties/a/enum/2",
  ],
  [
    "one that must be there can",
    '{"type": "object", "required": ["a"], "properties": {"a": {"enum": [[1], "x", {}]}}}',
  ],
  [
    "one mistake does not hide another, and is told once",
    '{"type": "Object", "properties": {"_a": {"type": "array", "items": 5}, "b": null}}',
    "E42 type",
    "E42 properties/_a/items",
    "E42 properties/b",
  ],
  [
    "what is in the fields is told together",
    '{"type": "object", "properties": {"_a": {"type": "text"}, "b": {"type": ["string"]}}}',
    "E42 properties/_a/type",
    "E45 properties/_a",
    "E47 properties/b/type",
  ],
])("%s", (_, definition, ...found) => {
  expect(refused(definition)).toEqual(found);
});
