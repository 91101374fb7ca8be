import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { editorSchemas, formats } from "../formats.ts";
import type { Format } from "./format.ts";
import { committedFiles, validatorFiles } from "./generated-files.ts";
import { pageAssets } from "./page-assets.ts";
import { schemaText } from "./schema-text.ts";
import { staleFiles } from "./stale-files.ts";
import { validatorModule } from "./validator-module.ts";

const format: Format = {
  id: "config",
  title: "A title",
  schema: {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "another",
    type: "object",
    properties: { b: { type: "string", maxLength: 3 }, a: { enum: [{ x: 1 }] } },
  },
};

test("what identifies a schema comes first, the rest stays in its order", () => {
  const text = schemaText(format);
  expect(Object.keys(JSON.parse(text))).toEqual(["$schema", "$id", "title", "type", "properties"]);
  expect(JSON.parse(text)).toMatchObject({ $id: "config.schema.json", title: "A title" });
  expect(text.indexOf('"b"')).toBeLessThan(text.indexOf('"a"'));
  expect(text.endsWith("}\n")).toBe(true);
  expect(JSON.parse(schemaText({ ...format, schema: {} }))).toMatchObject({
    $schema: "http://json-schema.org/draft-07/schema#",
  });
});

test("a validator imports what it needs and generates no code", () => {
  const code = validatorModule(format);
  expect(code).toContain('from "ajv/dist/runtime/ucs2length.js"');
  expect(code).toContain('from "ajv/dist/runtime/equal.js"');
  expect(code).not.toMatch(/require\(|new Function|\beval\(|export default/);
  expect(code).toBe(validatorModule(format));
});

test("a schema that ajv finds fault with is not generated", () => {
  expect(() => validatorModule({ ...format, schema: { typ: "object" } })).toThrow("typ");
});

function schemaPath(name: string): string {
  return `schemas/${name}.schema.json`;
}

describe("stale files", () => {
  const expected = [
    { path: "schemas/a.schema.json", text: "a" },
    { path: "schemas/b.schema.json", text: "b" },
  ];

  test.each<[committed: [string, string][], stale: [string, string][]]>([
    [
      [
        ["a", "a"],
        ["b", "b"],
      ],
      [],
    ],
    [[["a", "a"]], [["b", "missing"]]],
    [
      [
        ["a", "x"],
        ["b", "b"],
      ],
      [["a", "differs"]],
    ],
    [
      [
        ["a", "a"],
        ["b", "b"],
        ["c", "c"],
      ],
      [["c", "belongs to no format"]],
    ],
  ])("%j: %j", (committed, stale) => {
    const files = new Map(committed.map(([name, text]) => [schemaPath(name), text]));
    expect(staleFiles(expected, files)).toEqual(
      stale.map(([name, reason]) => ({ path: schemaPath(name), reason })),
    );
  });
});

test("what is in the repository is what the formats make of it", () => {
  const assets = pageAssets(fileURLToPath(new URL("../..", import.meta.url)));
  const files = [...committedFiles(editorSchemas), ...validatorFiles(formats), assets];
  for (const { path, text } of files) {
    const file = new URL(`../../${path}`, import.meta.url);
    expect(existsSync(file), path).toBe(true);
    expect(readFileSync(file, "utf8") === text, `${path}: run \`npm run generate\``).toBe(true);
  }
});

test("the bundle of the report would not end its own element, and is allowed by its bytes", () => {
  const { text } = pageAssets(fileURLToPath(new URL("../..", import.meta.url)));
  expect(text).not.toMatch(/<\/script|<\/style|<!--/iu);
  expect(text).not.toContain("sourceMappingURL");
});
