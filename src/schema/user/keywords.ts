/** What stands under a keyword, as far as it holds further schemas or needs a check of its own. */
export type KeywordKind = (typeof keywordKinds)[number];

const keywordKinds = ["schema", "schemas", "map", "pattern", "patterns", "ref", "data"] as const;

/** One line a kind, so that a keyword is one word. */
type KeywordTable = Readonly<Record<KeywordKind, string>>;

const common: KeywordTable = {
  schema: "contains additionalProperties propertyNames not if then else",
  schemas: "allOf anyOf oneOf",
  map: "$defs definitions properties",
  pattern: "pattern",
  patterns: "patternProperties",
  ref: "$ref",
  data: `$schema $id $comment title description default deprecated examples readOnly writeOnly format
    contentEncoding contentMediaType type const enum minimum maximum exclusiveMinimum exclusiveMaximum
    multipleOf minLength maxLength minItems maxItems uniqueItems minProperties maxProperties required`,
};

const only: Readonly<Record<SchemaDialect, Partial<KeywordTable>>> = {
  "draft-07": { schema: "additionalItems", schemas: "items", map: "dependencies" },
  "2020-12": {
    schema: "items unevaluatedItems unevaluatedProperties",
    schemas: "prefixItems",
    map: "dependentSchemas",
    data: "$anchor minContains maxContains dependentRequired contentSchema",
  },
};

/** A version of JSON Schema that users may write in. */
export type SchemaDialect = "draft-07" | "2020-12";

/** Where a keyword may come from that this dialect does not have. */
export function otherDialect(dialect: SchemaDialect): SchemaDialect {
  return dialect === "draft-07" ? "2020-12" : "draft-07";
}

/** The keywords of a dialect. */
export function keywordsOf(dialect: SchemaDialect): ReadonlyMap<string, KeywordKind> {
  const keywords = new Map<string, KeywordKind>();
  for (const kind of keywordKinds) {
    for (const names of [common[kind], only[dialect][kind] ?? ""]) {
      for (const name of names.split(/\s+/)) if (name !== "") keywords.set(name, kind);
    }
  }
  return keywords;
}
