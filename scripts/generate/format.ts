import type { JsonObject } from "../../src/core/json.ts";
import type { FormatId } from "../../src/schema/index.ts";

/** A schema that editors use. */
export interface EditorSchema {
  readonly id: string;
  readonly title: string;
  readonly schema: JsonObject;
}

/** One of our own file formats, as its module describes it; the package validates with its schema too. */
export interface Format extends EditorSchema {
  readonly id: FormatId;
}

/** Name of the file in `schemas/`. */
export function schemaFileName({ id }: EditorSchema): string {
  return `${id}.schema.json`;
}
