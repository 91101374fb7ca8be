import type { JsonObject } from "../../core/json.ts";
import { showValue } from "../../core/match/show-value.ts";
import type { SchemaDialect } from "./keywords.ts";
import { invalidSchema } from "./schema-finding.ts";

/** The dialect that `$schema` names; the newest where it is not there. */
export function schemaDialect({ $schema }: JsonObject): SchemaDialect {
  if ($schema === undefined) return "2020-12";
  const name = typeof $schema === "string" ? $schema.replace(/#$/, "") : "";
  if (/^https?:\/\/json-schema\.org\/draft-07\/schema$/.test(name)) return "draft-07";
  if (/^https?:\/\/json-schema\.org\/draft\/2020-12\/schema$/.test(name)) return "2020-12";
  throw invalidSchema({
    path: ["$schema"],
    message: `unknown dialect ${showValue($schema)}`,
    hint: "leave $schema out for draft 2020-12, or name draft-07 or 2020-12",
  });
}
