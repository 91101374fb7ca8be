import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { suggest } from "../../core/text/suggest.ts";
import { resolveRef } from "../explain/schema-node.ts";
import { compilePattern } from "../linear-pattern.ts";
import { type KeywordKind, keywordsOf, otherDialect, type SchemaDialect } from "./keywords.ts";
import { invalidSchema, type SchemaFinding } from "./schema-finding.ts";

const maxDepth = 64;
const maxSchemas = 5_000;

type Path = SchemaFinding["path"];

/**
 * Refuses a schema that says something we would not do: a keyword that does not exist, a reference to
 * another document, a pattern without linear time; and one that is too large.
 *
 * @throws AppError SCHEMA_INVALID
 */
export function checkSchema(schema: JsonObject, dialect: SchemaDialect): void {
  new SchemaCheck(schema, dialect).check(schema, []);
}

class SchemaCheck {
  private readonly root: JsonObject;
  private readonly dialect: SchemaDialect;
  private readonly keywords: ReadonlyMap<string, KeywordKind>;
  private count = 0;

  constructor(root: JsonObject, dialect: SchemaDialect) {
    this.root = root;
    this.dialect = dialect;
    this.keywords = keywordsOf(dialect);
  }

  check(schema: JsonValue, path: Path): void {
    if (!isJsonObject(schema)) return;
    this.count += 1;
    if (this.count > maxSchemas || path.length > maxDepth) {
      const message = `larger than ${maxSchemas} schemas or deeper than ${maxDepth} levels`;
      throw invalidSchema({ path: path.slice(0, 8), message });
    }
    for (const [keyword, value] of Object.entries(schema)) {
      this.checkKeyword(keyword, value, path);
    }
  }

  private checkKeyword(keyword: string, value: JsonValue, path: Path): void {
    const kind = this.keywords.get(keyword);
    const at = [...path, keyword];
    switch (kind) {
      case undefined:
        throw invalidSchema({
          path,
          message: `unknown keyword "${keyword}"`,
          ...this.hint(keyword),
        });
      case "schema":
        this.check(value, at);
        break;
      case "schemas":
        if (Array.isArray(value)) this.checkEach((value as readonly JsonValue[]).entries(), at);
        else this.check(value, at);
        break;
      case "map":
        if (isJsonObject(value)) this.checkEach(Object.entries(value), at);
        break;
      case "patterns":
        if (isJsonObject(value)) this.checkPatterns(value, at);
        break;
      case "pattern":
        if (typeof value === "string") checkPattern(value, at);
        break;
      case "ref":
        if (typeof value === "string") this.checkRef(value, at);
        break;
      case "data":
        break;
    }
  }

  private hint(keyword: string): Pick<SchemaFinding, "hint"> {
    const other = otherDialect(this.dialect);
    if (keywordsOf(other).has(keyword))
      return { hint: `it belongs to ${other}, which $schema can name` };
    const near = suggest(keyword, [...this.keywords.keys()]);
    return near === undefined ? {} : { hint: `did you mean "${near}"?` };
  }

  private checkEach(schemas: Iterable<readonly [string | number, JsonValue]>, path: Path): void {
    for (const [key, schema] of schemas) this.check(schema, [...path, key]);
  }

  private checkPatterns(schemas: JsonObject, path: Path): void {
    for (const pattern of Object.keys(schemas)) checkPattern(pattern, path);
    this.checkEach(Object.entries(schemas), path);
  }

  private checkRef(ref: string, path: Path): void {
    if (!ref.startsWith("#")) {
      const hint = 'put it under "$defs" and refer to it as "#/$defs/<name>"';
      throw invalidSchema({ path, message: `"${ref}" is outside of the schema`, hint });
    }
    if (ref.startsWith("#/") && resolveRef(this.root, ref) === undefined) {
      throw invalidSchema({ path, message: `"${ref}" leads nowhere` });
    }
  }
}

function checkPattern(pattern: string, path: Path): void {
  try {
    compilePattern(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidSchema({
      path,
      message: `cannot read the pattern: ${reason}`,
      hint: "patterns follow RE2: no look-around, no back-references",
    });
  }
}
