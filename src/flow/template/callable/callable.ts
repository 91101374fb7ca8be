import type { JsonObject } from "../../../core/json.ts";
import type { Sandbox } from "../values/sandbox.ts";
import type { Value } from "../values/value.ts";

/** A template that shows a filter or test at work, and what it prints or which error it ends with. */
export type CallableExample = {
  readonly template: string;
  readonly variables?: JsonObject;
} & ({ readonly output: string } | { readonly error: string });

/** What a filter or test is for, shown by examples. */
export interface CallableDocs {
  readonly summary: string;
  readonly examples: readonly CallableExample[];
}

/** One parameter besides the input. */
export interface Parameter {
  readonly name: string;
  /** Absent where the argument must be given. */
  readonly default?: Value;
}

/** Those that hand their arguments on take any. */
export interface AnyArguments {
  /** The names that Python has for what it passes before them, which no argument can have. */
  readonly taken: readonly string[];
}

/** What filters and tests may use besides their arguments. */
export interface CallHost extends Sandbox {
  hasFilter(name: string): boolean;
  hasTest(name: string): boolean;
}

/** The arguments of one use, as they are written. */
export interface CallArguments {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

/** One use of a filter or test. */
export interface Call extends CallArguments {
  readonly input: Value;
  readonly host: CallHost;
  /** Whether what is printed at that place is escaped. */
  readonly escapes: boolean;
  /** The argument for a declared parameter, or its default. */
  readonly argument: (name: string) => Value;
  /** Applies another filter, named by a value, as `map` does. */
  readonly applyFilter: (name: Value, input: Value, args: CallArguments) => Value;
  /** Applies a test, named by a value, as `select` does. */
  readonly applyTest: (name: Value, input: Value, args: CallArguments) => boolean;
}

interface Callable {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly docs: CallableDocs;
  /** Besides the input. */
  readonly parameters: readonly Parameter[] | AnyArguments;
  /** The arguments cannot be given by their names: Python's operators have none. */
  readonly unnamed?: boolean;
}

/** `input|id(arguments)`. */
export interface Filter extends Callable {
  apply(call: Call): Value;
}

/** `input is id(arguments)`. */
export interface Test extends Callable {
  check(call: Call): boolean;
}
