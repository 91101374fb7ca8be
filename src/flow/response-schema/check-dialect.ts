import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import { suggest } from "../../core/text/suggest.ts";
import type { NodePath } from "../model/located.ts";
import { describeValue, quoteValue } from "../read/describe-value.ts";
import { checkPattern } from "./pattern/check-pattern.ts";
import { dialectOf, type SchemaDialect } from "./schema-dialect.ts";
import type { SchemaFinding } from "./schema-finding.ts";
import { keywordOf, nestedSchemas, schemaTypes } from "./schema-keywords.ts";

/** Deeper schemas are refused for their depth, so nobody needs to look further down. */
const maxDepth = 200;

/** What a definition breaks of JSON Schema itself, all of it (E42). */
export function checkDialect(definition: PyDict, path: NodePath = []): readonly SchemaFinding[] {
  const url = definition.get("$schema");
  const dialect = dialectOf(typeof url === "string" ? url : undefined);
  // Nobody writes it any more, and nearly every keyword of it is another.
  if (dialect === 3) return [];
  const checker = new DialectChecker(dialect);
  checker.visit(definition, path);
  return checker.findings;
}

class DialectChecker {
  readonly findings: SchemaFinding[] = [];
  private readonly dialect: SchemaDialect;

  constructor(dialect: SchemaDialect) {
    this.dialect = dialect;
  }

  visit(schema: PyValue, path: NodePath): void {
    if (typeof schema === "boolean" || path.length > maxDepth) return;
    if (!isPyDict(schema)) {
      const message = `a schema must be a mapping, not ${describeValue(schema)}`;
      this.findings.push({ rule: "E42", path, message });
      return;
    }
    for (const [key, value] of schema) this.keyword(key, value, [...path, key]);
    this.patterns(schema, path);
    for (const key of this.known(nestedSchemas.single)) {
      const nested = schema.get(key);
      if (isPyDict(nested)) this.visit(nested, [...path, key]);
    }
    for (const key of this.known(nestedSchemas.lists)) {
      const nested = schema.get(key);
      if (!isPyList(nested)) continue;
      for (const [index, item] of nested.entries()) this.visit(item, [...path, key, index]);
    }
    for (const key of this.known(nestedSchemas.mappings)) {
      const nested = schema.get(key);
      if (!isPyDict(nested)) continue;
      for (const [name, item] of nested) this.visit(item, [...path, key, name]);
    }
  }

  private known(keys: readonly string[]): readonly string[] {
    return keys.filter((key) => keywordOf(key, this.dialect) !== undefined);
  }

  private keyword(key: string, value: PyValue, path: NodePath): void {
    const keyword = keywordOf(key, this.dialect);
    if (keyword === undefined || keyword.accepts(value)) return;
    const message = `"${key}" must be ${keyword.wanted}, not ${describeValue(value)}`;
    const near =
      key === "type" && typeof value === "string" ? suggest(value, schemaTypes) : undefined;
    const hint = near && `did you mean "${near}"?`;
    this.findings.push({ rule: "E42", path, message, hint });
  }

  /** Wherever a pattern stands, Python must be able to read it. */
  private patterns(schema: PyDict, path: NodePath): void {
    const pattern = schema.get("pattern");
    if (typeof pattern === "string") this.pattern(pattern, [...path, "pattern"]);
    const byPattern = schema.get("patternProperties");
    if (!isPyDict(byPattern) || this.dialect < 6) return;
    for (const name of byPattern.keys()) {
      this.pattern(name, [...path, "patternProperties", name]);
    }
  }

  private pattern(pattern: string, path: NodePath): void {
    const problem = checkPattern(pattern);
    if (problem?.rule !== "E42") return;
    const message = `the pattern ${quoteValue(pattern)} cannot be read: ${problem.message}`;
    this.findings.push({ ...problem, path, message });
  }
}
