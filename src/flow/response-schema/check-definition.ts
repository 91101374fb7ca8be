import { PyFloat } from "../../core/python/py-float.ts";
import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { NodePath } from "../model/located.ts";
import { describeValue } from "../read/describe-value.ts";
import { checkDialect } from "./check-dialect.ts";
import { checkPattern } from "./check-pattern.ts";
import type { SchemaFinding } from "./schema-finding.ts";
import { numberOf } from "./schema-keywords.ts";

/** How many objects may be nested in one another. */
const maxObjectDepth = 10;

/** Attributes that the service's model classes keep for themselves. */
const reservedFields: ReadonlySet<string> = new Set([
  "model_config",
  "model_dump",
  "model_dump_json",
  "model_validate",
  "model_validate_json",
  "model_validate_strings",
]);

const integerLimits = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

/** Everything for which the service would refuse a response schema (E42-E48). */
export function checkDefinition(definition: PyDict): readonly SchemaFinding[] {
  const dialect = definition.get("$schema");
  if (dialect !== undefined && typeof dialect !== "string") {
    const message = `"$schema" must be a text, not ${describeValue(dialect)}`;
    return [{ rule: "E47", path: ["$schema"], message }];
  }
  const findings = checkDialect(definition);
  if (findings.length > 0) return findings;
  if (definition.get("type") !== "object") {
    const message = `"type" at the root must be "object", not ${describeValue(definition.get("type"))}`;
    const path = definition.has("type") ? ["type"] : [];
    return [{ rule: "E43", path, message, hint: "put what you want to know into its properties" }];
  }
  return new DefinitionChecker().object(definition, [], 1);
}

class DefinitionChecker {
  object(schema: PyDict, path: NodePath, depth: number): readonly SchemaFinding[] {
    if (depth > maxObjectDepth) {
      const message = `objects are nested more than ${maxObjectDepth} deep`;
      return [{ rule: "E44", path, message }];
    }
    const properties = schema.get("properties");
    if (!isPyDict(properties)) return [];
    return [...properties].flatMap(([name, field]) => {
      const at = [...path, "properties", name];
      return checkName(name, at).concat(this.field(field, at, depth));
    });
  }

  private field(schema: PyValue, path: NodePath, depth: number): readonly SchemaFinding[] {
    if (!isPyDict(schema)) return [unreadable(path, `a field cannot be ${describeValue(schema)}`)];
    const choices = schema.has("const") ? [schema.get("const") ?? null] : schema.get("enum");
    if (isPyList(choices))
      return checkChoices(choices, [...path, schema.has("const") ? "const" : "enum"]);
    const type = schema.get("type");
    if (isPyList(type)) {
      const hint = 'name one type; a field that is not "required" may be null anyway';
      return [unreadable([...path, "type"], `"type" cannot be a list here`, hint)];
    }
    const limits = checkLimits(schema, path);
    if (type === "array" && schema.has("items")) {
      return [...limits, ...this.items(schema.get("items") ?? null, [...path, "items"], depth)];
    }
    if (type === "object" && schema.has("properties")) return this.object(schema, path, depth + 1);
    return limits;
  }

  private items(schema: PyValue, path: NodePath, depth: number): readonly SchemaFinding[] {
    if (isPyDict(schema)) return this.field(schema, path, depth);
    return [unreadable(path, `"items" must be one schema, not ${describeValue(schema)}`)];
  }
}

function unreadable(path: NodePath, message: string, hint?: string): SchemaFinding {
  return { rule: "E47", path, message, hint };
}

function checkName(name: string, path: NodePath): readonly SchemaFinding[] {
  if (name.startsWith("_")) {
    return [{ rule: "E45", path, message: `the field "${name}" begins with an underscore` }];
  }
  if (!reservedFields.has(name)) return [];
  return [{ rule: "E46", path, message: `the field name "${name}" is taken by the service` }];
}

function checkChoices(choices: readonly PyValue[], path: NodePath): readonly SchemaFinding[] {
  if (choices.length === 0) return [unreadable(path, "there is no value to choose from")];
  return choices.flatMap((choice, index) => {
    if (!isPyDict(choice)) return [];
    return [unreadable([...path, index], "a mapping cannot be a value to choose")];
  });
}

function checkLimits(schema: PyDict, path: NodePath): readonly SchemaFinding[] {
  const findings: SchemaFinding[] = [];
  const type = schema.get("type");
  for (const key of type === "integer" ? integerLimits : []) {
    const limit = numberOf(schema.get(key));
    if (limit === undefined || Number.isInteger(limit)) continue;
    const message = `"${key}" of a whole number cannot be ${limit}`;
    findings.push({ rule: "E48", path: [...path, key], message });
  }
  const lengths = { string: ["minLength", "maxLength"], array: ["minItems", "maxItems"] };
  for (const key of type === "string" || type === "array" ? lengths[type] : []) {
    if (!(schema.get(key) instanceof PyFloat)) continue;
    const message = `"${key}" is written as a fraction`;
    findings.push({ rule: "E48", path: [...path, key], message, hint: "write it without a point" });
  }
  const pattern = schema.get("pattern");
  const problem =
    type === "string" && typeof pattern === "string" ? checkPattern(pattern) : undefined;
  if (problem !== undefined) {
    const message = `the pattern ${describeValue(pattern)} cannot be used: ${problem.message}`;
    findings.push({ ...problem, path: [...path, "pattern"], message });
  }
  return findings;
}
