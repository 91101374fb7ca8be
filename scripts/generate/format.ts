import type { JsonObject } from "../../src/core/json.ts";
import type { FormatId } from "../../src/schema/index.ts";

/** One of our own file formats, as its module describes it. */
export interface Format {
  readonly id: FormatId;
  readonly title: string;
  readonly schema: JsonObject;
}

/** Name of the file in `schemas/`. */
export function schemaFileName({ id }: Format): string {
  return `${id}.schema.json`;
}
