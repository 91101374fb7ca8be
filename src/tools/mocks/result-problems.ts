import { AppError } from "../../core/errors/app-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { compileSchema } from "../../schema/index.ts";
import type { MockAnswer } from "./mock.ts";

/** Where a result is not what its tool returns. */
export interface ResultProblem {
  /** From the result to the part. */
  readonly path: readonly (string | number)[];
  readonly atKey: boolean;
  readonly message: string;
  readonly hint?: string | undefined;
}

type Validator = ReturnType<typeof compileSchema>;
const validators = new WeakMap<JsonObject, Validator>();

/**
 * Holds the result of a mock against the schema of what its tool returns. What templates make of it is not
 * known before a call; a schema that cannot be used says nothing here.
 */
export function resultProblems(
  { isError, isTemplate, content }: MockAnswer,
  schema: JsonObject,
): readonly ResultProblem[] {
  if (isError || (isTemplate && isRendered(content))) return [];
  const validate = validatorOf(schema);
  if (validate === undefined) return [];
  const ofContent = validate(content);
  if (ofContent.length === 0) return [];
  const parsed = typeof content === "string" ? parsedJson(content) : undefined;
  if (parsed !== undefined) {
    // A text with JSON, as from a file: its parts have no place in the suite.
    return validate(parsed).map(({ message, hint }) => ({ path: [], atKey: false, message, hint }));
  }
  return ofContent
    .filter(({ path }) => !(isTemplate && isRendered(valueAt(content, path))))
    .map(({ path, atKey, message, hint }) => ({ path, atKey, message, hint }));
}

function validatorOf(schema: JsonObject): Validator | undefined {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  try {
    const validator = compileSchema(schema);
    validators.set(schema, validator);
    return validator;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function isRendered(value: JsonValue | undefined): boolean {
  return typeof value === "string" && (value.includes("{{") || value.includes("{%"));
}

function parsedJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function valueAt(value: JsonValue, path: readonly (string | number)[]): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const key of path) {
    if (isJsonArray(found) && typeof key === "number") found = found[key];
    else if (isJsonObject(found) && Object.hasOwn(found, key)) found = found[key];
    else return undefined;
  }
  return found;
}
