import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { jsonEqual } from "../../core/match/json-equal.ts";
import type { Context } from "./context.ts";
import { explainBranches, wrongLiteral } from "./explain-branches.ts";
import { explainList } from "./explain-list.ts";
import { explainObject } from "./explain-object.ts";
import { explainNumber, explainText } from "./explain-scalar.ts";
import { type Finding, here } from "./finding.ts";
import { describeTypes, fitsType } from "./json-type.ts";
import { shown } from "./named.ts";
import { literalsOf, resolveRef, subSchema, subSchemas, textsOf, typesOf } from "./schema-node.ts";

/** References that lead to references without looking at anything. */
const maxHops = 50;

/** Walks a schema and a value together and says, in words, where they part. */
export class Explainer implements Context {
  readonly matches: Context["matches"];
  private readonly root: JsonObject;
  /** Alternatives look at the same value again and again; without this, nesting them is exponential. */
  private readonly known = new WeakMap<JsonObject, Map<JsonValue, readonly Finding[]>>();

  constructor(root: JsonObject, matches: Context["matches"]) {
    this.root = root;
    this.matches = matches;
  }

  explain(schema: JsonObject | boolean, value: JsonValue): readonly Finding[] {
    if (schema === true) return [];
    if (schema === false) return [here("detail", (name) => `${name} is not allowed here`)];
    const known = this.known.get(schema) ?? new Map<JsonValue, readonly Finding[]>();
    this.known.set(schema, known);
    const before = known.get(value);
    if (before !== undefined) return before;
    // A schema that leads back to itself on the same value adds nothing.
    known.set(value, []);
    const findings = this.look(schema, value);
    known.set(value, findings);
    return findings;
  }

  resolve(schema: JsonObject | boolean): JsonObject | boolean {
    let resolved = schema;
    for (let hop = 0; hop < maxHops; hop += 1) {
      if (typeof resolved === "boolean" || typeof resolved["$ref"] !== "string") return resolved;
      resolved = resolveRef(this.root, resolved["$ref"]) ?? true;
    }
    return true;
  }

  private look(schema: JsonObject, value: JsonValue): readonly Finding[] {
    if (typeof schema["$ref"] === "string") {
      const inside = this.explain(this.resolve(schema), value);
      if (inside.length > 0) return inside;
    }
    const types = typesOf(schema);
    const literals = literalsOf(schema);
    if (literals !== undefined && !literals.some((literal) => jsonEqual(literal, value))) {
      return [wrongLiteral(literals, value)];
    }
    if (types !== undefined && !fitsType(value, types)) {
      const wanted = describeTypes(types);
      return [here("type", (name) => `${name} has to be ${wanted}, not ${shown(value)}`)];
    }
    return [...this.byType(schema, value), ...this.combined(schema, value)];
  }

  private byType(schema: JsonObject, value: JsonValue): readonly Finding[] {
    if (typeof value === "string") return explainText(schema, value, this);
    if (typeof value === "number") return explainNumber(schema, value);
    if (isJsonObject(value)) return explainObject(schema, value, this);
    return Array.isArray(value) ? explainList(schema, value as readonly JsonValue[], this) : [];
  }

  private combined(schema: JsonObject, value: JsonValue): readonly Finding[] {
    return [
      ...subSchemas(schema["allOf"]).flatMap((sub) => this.explain(sub, value)),
      ...this.alternatives(subSchemas(schema["anyOf"]), value),
      ...this.alternatives(subSchemas(schema["oneOf"]), value),
      ...this.severalOf(subSchemas(schema["oneOf"]), value),
      ...this.conditional(schema, value),
      ...this.negated(schema, value),
    ];
  }

  private alternatives(
    branches: readonly (JsonObject | boolean)[],
    value: JsonValue,
  ): readonly Finding[] {
    return branches.length === 0 ? [] : explainBranches(branches, value, this);
  }

  /** `oneOf` wants exactly one; what the fitting forms need tells them apart. */
  private severalOf(
    branches: readonly (JsonObject | boolean)[],
    value: JsonValue,
  ): readonly Finding[] {
    const fitting = branches.filter((branch) => this.explain(branch, value).length === 0);
    if (fitting.length <= 1) return [];
    const keys = fitting.flatMap((branch) => {
      const schema = this.resolve(branch);
      return typeof schema === "boolean" ? [] : textsOf(schema["required"]);
    });
    const names = [...new Set(keys)].map((key) => `"${key}"`).join(", ");
    return [
      here("detail", (name) => {
        return names === ""
          ? `${name} can be read in two ways`
          : `${name} has more than one of ${names}`;
      }),
    ];
  }

  private conditional(schema: JsonObject, value: JsonValue): readonly Finding[] {
    const condition = subSchema(schema["if"]);
    if (condition === undefined) return [];
    const holds = this.explain(condition, value).length === 0;
    return this.explain(subSchema(schema[holds ? "then" : "else"]) ?? true, value);
  }

  private negated(schema: JsonObject, value: JsonValue): readonly Finding[] {
    const refused = subSchema(schema["not"]);
    if (refused === undefined || this.explain(refused, value).length > 0) return [];
    const keys = isJsonObject(refused) ? textsOf(refused["required"]) : [];
    const names = keys.map((key) => `"${key}"`).join(" and ");
    return [
      here("detail", (name) => {
        return names === "" ? `${name} is not allowed here` : `${name} must not have ${names}`;
      }),
    ];
  }
}
