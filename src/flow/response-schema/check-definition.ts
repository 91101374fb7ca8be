import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import { toPointer } from "../../core/text/pointer.ts";
import type { NodePath } from "../model/located.ts";
import { describeValue } from "../read/describe-value.ts";
import { checkDialect } from "./check-dialect.ts";
import { checkLimits } from "./check-limits.ts";
import { reservedFields } from "./reserved-fields.ts";
import { dialectOf, type SchemaDialect } from "./schema-dialect.ts";
import type { SchemaFinding } from "./schema-finding.ts";

/** How deep objects may be nested below the root; each list on the way counts as well. */
const maxDepth = 10;

/** Everything for which the service would refuse a response schema (E42-E48). */
export function checkDefinition(definition: PyDict): readonly SchemaFinding[] {
  const dialect = definition.get("$schema");
  if (dialect !== undefined && typeof dialect !== "string") {
    const message = `"$schema" must be a text, not ${describeValue(dialect)}`;
    return [{ rule: "E47", path: ["$schema"], message, hint: "leave it out for draft 7" }];
  }
  const wrong = checkDialect(definition);
  const places = new Set(wrong.map(({ path }) => toPointer(path)));
  const found = checkRoot(definition).filter(({ path }) => !places.has(toPointer(path)));
  return [...wrong, ...found];
}

function checkRoot(definition: PyDict): readonly SchemaFinding[] {
  if (definition.get("type") === "object") {
    return new DefinitionChecker().object(definition, {
      path: [],
      depth: 0,
      dialect: dialectIn(definition),
    });
  }
  const message = `"type" at the root must be "object", not ${describeValue(definition.get("type"))}`;
  const path = definition.has("type") ? ["type"] : [];
  return [{ rule: "E43", path, message, hint: "put what you want to know into its properties" }];
}

/** Where an object stands, and in which edition of JSON Schema it has been checked already. */
interface Place {
  readonly path: NodePath;
  readonly depth: number;
  readonly dialect: SchemaDialect;
}

/** Where a field stands. */
interface FieldPlace extends Place {
  /** Whether an answer may leave it out, or the list that it is an item of. */
  readonly isOptional: boolean;
}

class DefinitionChecker {
  object(schema: PyDict, place: Place): readonly SchemaFinding[] {
    const { path, depth } = place;
    if (depth > maxDepth) {
      const message = `objects and lists are nested more than ${maxDepth} deep`;
      return [{ rule: "E44", path, message, hint: "take a level out, or make it a text" }];
    }
    const properties = schema.get("properties");
    if (!isPyDict(properties)) return [];
    const required = schema.get("required");
    return [...properties].flatMap(([name, field]) => {
      const at = [...path, "properties", name];
      const isOptional = !(isPyList(required) && required.includes(name));
      const limits = isPyDict(field) ? checkLimits(field, at) : [];
      return [
        ...checkName(name, at),
        ...limits,
        ...this.field(field, { ...place, path: at, isOptional }),
      ];
    });
  }

  private field(schema: PyValue, place: FieldPlace): readonly SchemaFinding[] {
    const { path, depth } = place;
    if (!isPyDict(schema)) {
      const message = `a field cannot be ${describeValue(schema)}`;
      return [unreadable(path, message, 'describe it: "type: string"')];
    }
    const key = schema.has("const") ? "const" : "enum";
    const choices = key === "const" ? [schema.get(key) ?? null] : schema.get(key);
    if (isPyList(choices)) return checkChoices(choices, { ...place, path: [...path, key] });
    const type = schema.get("type");
    if (isPyList(type)) {
      const hint = 'name one type; a field that is not "required" may be null anyway';
      return [unreadable([...path, "type"], `"type" cannot be a list here`, hint)];
    }
    if (type === "array" && schema.has("items")) {
      const items = { ...place, path: [...path, "items"], depth: depth + 1 };
      return this.items(schema.get("items") ?? null, items);
    }
    const isObject = type === "object" && schema.has("properties");
    return isObject ? this.nested(schema, { ...place, depth: depth + 1 }) : [];
  }

  /** Each object is held to JSON Schema anew, in the edition that it names itself. */
  private nested(schema: PyDict, place: Place): readonly SchemaFinding[] {
    const dialect = dialectIn(schema);
    const wrong = dialect === place.dialect ? [] : checkDialect(schema, place.path);
    return [...wrong, ...this.object(schema, { ...place, dialect })];
  }

  private items(schema: PyValue, place: FieldPlace): readonly SchemaFinding[] {
    if (isPyDict(schema)) return this.field(schema, place);
    const message = `"items" must be one schema, not ${describeValue(schema)}`;
    return [unreadable(place.path, message, "describe what every item is")];
  }
}

function dialectIn(schema: PyDict): SchemaDialect {
  const url = schema.get("$schema");
  return dialectOf(typeof url === "string" ? url : undefined);
}

function unreadable(path: NodePath, message: string, hint?: string): SchemaFinding {
  return { rule: "E47", path, message, hint };
}

function checkName(name: string, path: NodePath): readonly SchemaFinding[] {
  const hint = "call it something else";
  if (name.startsWith("_")) {
    return [{ rule: "E45", path, message: `the field "${name}" begins with an underscore`, hint }];
  }
  if (!reservedFields.includes(name)) return [];
  return [{ rule: "E46", path, message: `the field name "${name}" is taken by the service`, hint }];
}

/** A field that may be left out has to be hashed in Python, with all that it may be. */
function checkChoices(
  choices: readonly PyValue[],
  { path, isOptional }: FieldPlace,
): readonly SchemaFinding[] {
  const isConst = path.at(-1) === "const";
  if (choices.length === 0) {
    return [unreadable(path, "there is no value to choose from", 'list some, or remove "enum"')];
  }
  return choices.flatMap((choice, index) => {
    if (!isOptional || !(isPyDict(choice) || isPyList(choice))) return [];
    const message = `${describeValue(choice)} cannot be a value to choose in a field that may be left out`;
    const hint = 'choose among texts and numbers, or make the field "required"';
    return [unreadable(isConst ? path : [...path, index], message, hint)];
  });
}
