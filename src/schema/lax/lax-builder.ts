import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { fromJson } from "../../core/python/convert.ts";
import { isPyDict, isPyList } from "../../core/python/py-value.ts";
import { isJsonType } from "../explain/json-type.ts";
import { listOf, literalsOf, objectOf, resolveRef, textsOf } from "../explain/schema-node.ts";
import { anyType, noneType, nullableType } from "./any-type.ts";
import { boolType } from "./bool-type.ts";
import { dictType } from "./dict-type.ts";
import { floatType } from "./float-type.ts";
import { intType } from "./int-type.ts";
import { intBounds, listBounds, numberBounds, textBounds } from "./lax-bounds.ts";
import type { LaxType } from "./lax-type.ts";
import { listType } from "./list-type.ts";
import { literalType } from "./literal-type.ts";
import { type LaxField, modelType } from "./model-type.ts";
import { textType } from "./text-type.ts";
import { isNullSchema, unionMembers } from "./union-members.ts";
import { unionType } from "./union-type.ts";
import { unsupported } from "./unsupported.ts";

/** What differs between the places where the service validates with pydantic. */
export interface LaxOptions {
  /** Unknown keys of the outermost model are errors, not dropped. */
  readonly forbidExtra?: boolean;
  /** Optional fields may be null, and absent ones become their default, or null, at every depth. */
  readonly fillOptional?: boolean;
}

/** Where in the schema the builder is, and what a model there would be called. */
export interface Site {
  readonly path: readonly (string | number)[];
  readonly title: string;
}

const maxPath = 128;

/** Keywords that change what is valid and that pydantic has nothing for. */
const unsupportedKeywords = [
  "not",
  "if",
  "then",
  "else",
  "prefixItems",
  "additionalItems",
  "contains",
  "uniqueItems",
  "patternProperties",
  "propertyNames",
  "minProperties",
  "maxProperties",
  "dependencies",
  "dependentRequired",
  "dependentSchemas",
  "unevaluatedItems",
  "unevaluatedProperties",
  "$dynamicRef",
];

/** Builds the types that a JSON Schema describes. */
export class LaxBuilder {
  private readonly root: JsonObject;
  private readonly fillOptional: boolean;
  private readonly references = new Map<string, LaxType>();

  constructor(root: JsonObject, { fillOptional = false }: LaxOptions) {
    this.root = root;
    this.fillOptional = fillOptional;
  }

  /** The fields of the model that an object with properties becomes. */
  fields(schema: JsonObject, { path }: Site): readonly LaxField[] {
    refuseUnsupported(schema, path);
    const needed = new Set(textsOf(schema["required"]));
    return Object.entries(objectOf(schema["properties"])).map(([name, property]) => {
      const site = { path: [...path, "properties", name], title: classNameOf(name) };
      const type = this.build(property, site);
      if (needed.has(name)) return { name, type, required: true, fallback: undefined };
      if (!this.fillOptional) return { name, type, required: false, fallback: undefined };
      const fallback = (isJsonObject(property) ? property["default"] : undefined) ?? null;
      return { name, type: nullableType(type), required: false, fallback: fromJson(fallback) };
    });
  }

  private build(schema: JsonValue, site: Site): LaxType {
    if (schema === true) return anyType;
    if (!isJsonObject(schema)) throw unsupported(site.path, "it is no schema");
    if (site.path.length > maxPath) throw unsupported(site.path.slice(0, 8), "nested too deeply");
    refuseUnsupported(schema, site.path);
    if (typeof schema["$ref"] === "string") return this.reference(schema["$ref"], site);
    const literals = literalsOf(schema);
    if (literals !== undefined) return literal(literals, site);
    if (schema["allOf"] !== undefined) return this.onlyOne(listOf(schema["allOf"]), site);
    const [member, ...others] = unionMembers(schema);
    if (member?.schema !== schema || others.length > 0) return this.union(schema, site);
    return this.single(schema, site);
  }

  private union(schema: JsonObject, site: Site): LaxType {
    const members = unionMembers(schema);
    const types = members
      .filter((member) => !isNullSchema(member.schema))
      .map(({ schema: inner, path }) => {
        return this.build(inner, { path: [...site.path, ...path], title: site.title });
      });
    const [only, second] = types;
    if (only === undefined) {
      if (members.length > 0) return noneType;
      throw unsupported(site.path, "there is nothing to choose from");
    }
    const type = second === undefined ? only : unionType(types);
    return types.length < members.length ? nullableType(type) : type;
  }

  private onlyOne(schemas: readonly JsonValue[], { path, title }: Site): LaxType {
    const [only, second] = schemas;
    if (only !== undefined && second === undefined) {
      return this.build(only, { path: [...path, "allOf", 0], title });
    }
    throw unsupported(path, '"allOf" of several schemas is not supported');
  }

  private single(schema: JsonObject, site: Site): LaxType {
    const type = schema["type"] ?? impliedType(schema);
    if (type === undefined) return anyType;
    if (!isJsonType(type)) throw unsupported([...site.path, "type"], "there is no such type");
    switch (type) {
      case "string":
        return textType(textBounds(schema, site.path));
      case "integer":
        return intType(intBounds(schema, site.path));
      case "number":
        return floatType(numberBounds(schema));
      case "boolean":
        return boolType;
      case "null":
        return noneType;
      case "array":
        return this.list(schema, site);
      case "object":
      default:
        return this.object(schema, site);
    }
  }

  private list(schema: JsonObject, { path, title }: Site): LaxType {
    const site = { path: [...path, "items"], title: `${title}Item` };
    return listType(this.build(schema["items"] ?? true, site), listBounds(schema, path));
  }

  private object(schema: JsonObject, site: Site): LaxType {
    if (schema["properties"] === undefined) {
      const values = schema["additionalProperties"];
      const path = [...site.path, "additionalProperties"];
      return dictType(values === undefined ? anyType : this.build(values, { ...site, path }));
    }
    const title = typeof schema["title"] === "string" ? schema["title"] : site.title;
    return modelType({ title, fields: this.fields(schema, site), forbidExtra: false });
  }

  /** Known before it is built, so that a type may contain itself. */
  private reference(ref: string, { path }: Site): LaxType {
    const known = this.references.get(ref);
    if (known !== undefined) return known;
    const target = resolveRef(this.root, ref);
    if (!isJsonObject(target)) throw unsupported(path, `"${ref}" leads nowhere`);
    const title = classNameOf(ref.split("/").at(-1) ?? "");
    let built: LaxType | undefined;
    const type: LaxType = {
      name: typeof target["title"] === "string" ? target["title"] : title,
      check: (input) => (built ?? anyType).check(input),
    };
    this.references.set(ref, type);
    built = this.build(target, { path, title });
    return type;
  }
}

function refuseUnsupported(schema: JsonObject, path: Site["path"]): void {
  const keyword = unsupportedKeywords.find((name) => Object.hasOwn(schema, name));
  if (keyword !== undefined) throw unsupported(path, `the keyword "${keyword}" is not supported`);
}

function impliedType(schema: JsonObject): "object" | "array" | undefined {
  if (schema["properties"] !== undefined) return "object";
  return schema["items"] === undefined ? undefined : "array";
}

function literal(values: readonly JsonValue[], { path }: Site): LaxType {
  if (values.length === 0) throw unsupported(path, '"enum" has no values');
  const literals = values.map(fromJson);
  if (literals.some((value) => isPyDict(value) || isPyList(value))) {
    throw unsupported(path, "lists and mappings cannot be fixed values");
  }
  return literalType(literals);
}

/** What a class for the objects of a field is called: `merge_request` becomes `MergeRequest`. */
function classNameOf(field: string): string {
  return field
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
