import { type Format, schemaFileName } from "./format.ts";

/** The JSON Schema of a format as it is committed, for editors: what identifies it comes first. */
export function schemaText(format: Format): string {
  const { $schema, title: _title, ...rest } = format.schema;
  const document = {
    $schema: $schema ?? "http://json-schema.org/draft-07/schema#",
    $id: schemaFileName(format),
    title: format.title,
    ...rest,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
