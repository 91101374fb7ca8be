import type { JsonObject, JsonValue } from "../../core/json.ts";

/** Where in a check's value something stands. */
export type CheckPath = readonly (string | number)[];

/** Compiles a JSON Schema of a suite into what it finds wrong with a value. */
export type SchemaCompiler = (
  schema: JsonObject,
) => (
  value: JsonValue,
) => readonly { readonly path: readonly (string | number)[]; readonly message: string }[];

/** An argument of a tool that a check speaks of. */
export interface UsedParameter {
  readonly tool: string;
  readonly name: string;
  /** The matcher of what reaches the tool; left out for what a model sends, which may be anything. */
  readonly effective?: JsonValue | undefined;
}

/** What a check tells while it is prepared; the suite's loader turns it into errors with places. */
export interface CheckReader {
  /** The value can be read but not used: a bad regular expression, a range without numbers. */
  invalid(path: CheckPath, message: string, hint?: string): void;
  /** The check could not fail, whatever happened. */
  nothingToCheck(path: CheckPath, message: string): void;
  /** The check names a tool, or several with `*`; what nobody knows is a mistake. */
  usesTool(path: CheckPath, name: string): void;
  /** The check speaks of an argument; one that the tool does not take, or never so, is a mistake. */
  usesParameter(path: CheckPath, parameter: UsedParameter): void;
  /** The check names a component of the flow. */
  usesComponent(path: CheckPath, name: string): void;
  readonly compileSchema: SchemaCompiler;
}
