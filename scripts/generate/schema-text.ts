import { type EditorSchema, schemaFileName } from "./format.ts";

/** A JSON Schema as it is committed, for editors: what identifies it comes first. */
export function schemaText(format: EditorSchema): string {
  const { $schema, title: _title, ...rest } = format.schema;
  const document = {
    $schema: $schema ?? "http://json-schema.org/draft-07/schema#",
    $id: schemaFileName(format),
    title: format.title,
    ...rest,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
