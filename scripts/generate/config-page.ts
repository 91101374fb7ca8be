import { configSchema } from "../../src/config/config-schema.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/json.ts";
import { configExamples } from "./config-examples.ts";
import type { GeneratedFile } from "./generated-files.ts";

/** The page about `flowproof.yml`: every key of its schema, with what it says of itself. */
export function configPage(): GeneratedFile {
  const text = `# flowproof.yml

Generated from the schema by \`npm run generate\`; the examples are tested against it. The file lies in the folder in which you run
\`flowproof\`, and nowhere else. Every key is optional, and a key that does not exist is an error that suggests the right one. A flag
or an environment variable comes before it, and so does what a suite says; see [suites.md](suites.md). Editors check it by
\`schemas/config.schema.json\`; see [editor.md](editor.md).
${Object.entries(configSchema.properties).map(section).join("")}`;
  return { path: "docs/config.md", text };
}

function section([key, schema]: readonly [string, JsonObject]): string {
  const rows = rowsOf(key, schema).filter(saysSomething);
  const { description } = schema;
  return `
## ${key}
${typeof description === "string" ? `\n${description}\n` : ""}
| key | value | what for |
| --- | --- | --- |
${rows.map(rowText).join("\n")}

\`\`\`yaml
${(configExamples[key] ?? "").trimEnd()}
\`\`\`
`;
}

interface Row {
  readonly path: string;
  readonly schema: JsonObject;
}

/** A mapping without a word about it is told by its keys. */
function saysSomething({ path, schema }: Row): boolean {
  const isWordless = !path.includes(".") || schema["description"] === undefined;
  return !(isWordless && schema["type"] === "object");
}

/** A key and those below it; names that the user chooses stand in angle brackets. */
function rowsOf(path: string, schema: JsonObject): readonly Row[] {
  const { properties, additionalProperties, anyOf } = schema;
  const below = [
    ...(isJsonObject(properties) ? entriesOf(properties) : []),
    ...(isJsonObject(additionalProperties) ? [["<name>", additionalProperties] as const] : []),
  ];
  const nested = below.flatMap(([key, each]) => rowsOf(`${path}.${key}`, each));
  const chosen = Array.isArray(anyOf)
    ? anyOf.filter(isJsonObject).flatMap((each) => rowsOf(path, each).slice(1))
    : [];
  return [{ path, schema }, ...nested, ...chosen];
}

function entriesOf(properties: JsonObject): readonly (readonly [string, JsonObject])[] {
  return Object.entries(properties).flatMap(([key, value]) => {
    return isJsonObject(value) ? [[key, value] as const] : [];
  });
}

function rowText({ path, schema }: Row): string {
  const { description } = schema;
  const isTop = !path.includes(".");
  const words = typeof description === "string" && !isTop ? description : "";
  return `| \`${path}\` | ${valueText(schema)} | ${words} |`;
}

function valueText(schema: JsonObject): string {
  const { type, anyOf, items, enum: values } = schema;
  if (schema["const"] !== undefined) return `\`${JSON.stringify(schema["const"])}\``;
  if (Array.isArray(values)) return values.map((value) => `\`${String(value)}\``).join(", ");
  if (Array.isArray(anyOf)) return anyOf.filter(isJsonObject).map(valueText).join(", or ");
  if (type === "array" && isJsonObject(items)) return `list: ${valueText(items)}`;
  return `${typeof type === "string" ? (typeNames[type] ?? type) : ""}${limitText(schema)}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  object: "mapping",
  boolean: "`true` or `false`",
};

function limitText(schema: JsonObject): string {
  const limits: readonly (readonly [string, JsonValue | undefined])[] = [
    ["from", schema["minimum"]],
    ["above", schema["exclusiveMinimum"]],
    ["to", schema["maximum"]],
  ];
  const said = limits.flatMap(([word, value]) =>
    typeof value === "number" ? [`${word} ${value}`] : [],
  );
  return said.length === 0 ? "" : ` ${said.join(" ")}`;
}
