import type { JsonObject, JsonValue } from "../json.ts";
import type { Identified } from "../registry.ts";
import type { MatchNode } from "./match-node.ts";

/** What compiles the JSON Schemas of `$schema`; kept out of core, so passed in. */
export type SchemaCompiler = (schema: JsonObject) => (value: JsonValue) => readonly SchemaFinding[];

/** What a schema finds wrong with a value. */
export interface SchemaFinding {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What an operator may use while it is compiled. */
interface OperatorContext {
  /** The matcher inside the operand, or the operand itself when there is no segment. */
  compile(spec: JsonValue, segment?: string | number): MatchNode;
  /** Says what is wrong with the operand; the node that stands in for it is never used. */
  refuse(message: string, hint?: string): MatchNode;
  readonly compileSchema: SchemaCompiler | undefined;
}

interface OperatorExample {
  /** As it stands in a suite. */
  readonly matcher: JsonValue;
  readonly matches: readonly JsonValue[];
  readonly differs: readonly JsonValue[];
}

/** One operator of matchers: `$<id>` in a suite. */
export interface Operator extends Identified {
  readonly docs: {
    readonly summary: string;
    readonly examples: readonly OperatorExample[];
    /** Operands that are refused. */
    readonly refused: readonly JsonValue[];
  };
  /** JSON Schema of the operand, for editors; `#/$defs/matcher` is any matcher. */
  readonly operand: JsonObject;
  compile(operand: JsonValue, context: OperatorContext): MatchNode;
}
