import type { JsonValue } from "../../../core/json.ts";
import { caseSchema } from "../case-schema.ts";
import type { SuitePath } from "../suite-reader.ts";
import { suiteDefinitions } from "../suite-schema.ts";
import { acceptsText } from "./accepts-text.ts";
import { readJson } from "./read-csv.ts";
import type { Row } from "./row.ts";

/**
 * What a cell means at a place of a case. A cell of CSV is a text; where a case cannot have one, it is
 * read as JSON (`3`, `true`), and tags are separated by semicolons or commas.
 */
export function rowValue(value: JsonValue, path: SuitePath, { isText }: Row): JsonValue {
  if (!isText || typeof value !== "string") return value;
  if (path.length === 1 && path[0] === "tags") {
    const tags = value.split(/[;,]/u).map((tag) => tag.trim());
    return tags.filter((tag) => tag !== "");
  }
  if (acceptsText(caseSchema, path, suiteDefinitions)) return value;
  return readJson(value) ?? value;
}
