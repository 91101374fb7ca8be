import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import { suggest } from "../../core/text/suggest.ts";
import type { NodePath } from "../model/located.ts";
import { describeValue } from "../read/describe-value.ts";
import type { SchemaFinding } from "./schema-finding.ts";
import { nestedSchemas, schemaKeywords, schemaTypes } from "./schema-keywords.ts";

/** Deeper schemas are refused for their depth, so nobody needs to look further down. */
const maxDepth = 200;

/** What a definition breaks of JSON Schema itself, all of it (E42). */
export function checkDialect(definition: PyDict): readonly SchemaFinding[] {
  const findings: SchemaFinding[] = [];
  const oldDraft = isOldDraft(definition.get("$schema"));
  visit(definition, []);
  return findings;

  function visit(schema: PyValue, path: NodePath): void {
    if (typeof schema === "boolean" || path.length > maxDepth) return;
    if (!isPyDict(schema)) {
      const message = `a schema must be a mapping, not ${describeValue(schema)}`;
      findings.push({ rule: "E42", path, message });
      return;
    }
    for (const [key, value] of schema) checkKeyword({ key, value, path: [...path, key] });
    for (const key of nestedSchemas.single) {
      const nested = schema.get(key);
      if (isPyDict(nested)) visit(nested, [...path, key]);
    }
    for (const key of nestedSchemas.lists) {
      const nested = schema.get(key);
      if (!isPyList(nested)) continue;
      for (const [index, item] of nested.entries()) visit(item, [...path, key, index]);
    }
    for (const key of nestedSchemas.mappings) {
      const nested = schema.get(key);
      if (!isPyDict(nested)) continue;
      for (const [name, item] of nested) visit(item, [...path, key, name]);
    }
  }

  function checkKeyword({
    key,
    value,
    path,
  }: {
    key: string;
    value: PyValue;
    path: NodePath;
  }): void {
    const keyword = schemaKeywords.get(key);
    if (keyword === undefined || keyword.accepts(value)) return;
    if (oldDraft && key.startsWith("exclusive") && typeof value === "boolean") return;
    const message = `"${key}" must be ${keyword.wanted}, not ${describeValue(value)}`;
    const near =
      key === "type" && typeof value === "string" ? suggest(value, schemaTypes) : undefined;
    findings.push({ rule: "E42", path, message, hint: near && `did you mean "${near}"?` });
  }
}

/** Draft 3 and 4 say `exclusiveMinimum: true` beside `minimum`. */
function isOldDraft(dialect: PyValue | undefined): boolean {
  return typeof dialect === "string" && /^https?:\/\/json-schema\.org\/draft-0[34]\//.test(dialect);
}
