import { PyJsonError } from "../../core/python/py-json-error.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { ResponseSchemaEntry } from "../model/response-schema-entry.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";
import { FieldReader } from "./field-reader.ts";
import { reportUnknownKeys } from "./unknown-keys.ts";

/** One entry of `response_schemas`; undefined, and reported, where there is nothing to compile. */
export function readResponseSchema(
  node: ConfigNode,
  number: number,
): ResponseSchemaEntry | undefined {
  const { value: schemaId } = node.child("schema_id");
  const owner =
    typeof schemaId === "string" ? `response schema "${schemaId}"` : `response schema ${number}`;
  const fields = new FieldReader(node, { owner, missing: "E28", wrong: "E28" });
  if (node.dict === undefined) {
    const message = `${owner} must be a mapping, not ${describeValue(node.value)}`;
    node.report({ rule: "E28", message, hint: 'begin it with "- schema_id:"' });
    return undefined;
  }
  reportUnknownKeys(node, { rule: "E28", owner, known: ["schema_id", "definition"] });
  const id = fields.text("schema_id");
  const definition = readDefinition(node, { owner, fields });
  return (
    definition && {
      ...node.child("definition").located,
      file: node.source.yaml.file,
      id,
      definition,
    }
  );
}

interface DefinitionOptions {
  readonly owner: string;
  readonly fields: FieldReader;
}

function readDefinition(
  node: ConfigNode,
  { owner, fields }: DefinitionOptions,
): PyDict | undefined {
  const definition = node.child("definition");
  if (!definition.exists) {
    fields.missing("definition");
    return undefined;
  }
  if (typeof definition.value !== "string") {
    if (definition.dict === undefined) fields.wrong(definition, "a mapping or JSON text");
    return definition.dict;
  }
  const parsed = parseText(definition.value);
  if ("error" in parsed) {
    const message = `the definition of ${owner} is not JSON: ${parsed.error}`;
    const hint = "JSON wants double quotes and no comma at the end; a YAML mapping will do as well";
    definition.report({ rule: "E40", message, hint });
    return undefined;
  }
  if (isPyDict(parsed.value)) return parsed.value;
  const message = `the definition of ${owner} must be an object, not ${describeValue(parsed.value)}`;
  definition.report({ rule: "E47", message, hint: 'begin it with {"type": "object", …}' });
  return undefined;
}

function parseText(text: string): { readonly value: PyValue } | { readonly error: string } {
  try {
    return { value: parsePyJson(text) };
  } catch (error) {
    if (error instanceof PyJsonError) return { error: error.message };
    throw error;
  }
}
