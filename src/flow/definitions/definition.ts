import type { JsonValue } from "../../core/json.ts";
import type { Range } from "../../core/position.ts";
import type { Located, NodePath } from "../model/located.ts";

/** A value as far as its file says it. */
export interface DefinedValue extends Located {
  /** Undefined where only running Ruby would tell, also in a part of it. */
  readonly value: JsonValue | undefined;
  /** Of a list, each as far as it is said; undefined for anything else. */
  readonly items: readonly DefinedValue[] | undefined;
}

/** An attribute of a definition. */
export interface DefinedAttribute extends DefinedValue {
  /** As the monolith calls it: `flow_version`. */
  readonly name: string;
  readonly keyRange: Range;
}

/** What a definition defines. */
export type DefinitionKind = "agent" | "flow";

/** A foundational agent or flow, as the monolith registers it. */
export interface Definition extends Located {
  readonly kind: DefinitionKind;
  /** By their names, in the order of the file. */
  readonly attributes: ReadonlyMap<string, DefinedAttribute>;
  /** Whether it may have attributes that cannot be seen, such as those of `**defaults`. */
  readonly open: boolean;
}

/** Why a file of definitions cannot be read, wholly or in a part. */
export interface DefinitionProblem {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly at: NodePath;
  readonly range: Range;
}

/** What a file defines. */
export interface Definitions {
  /** As reports print it. */
  readonly file: string;
  readonly text: string;
  readonly language: "yaml" | "ruby";
  /** In the order of the file. */
  readonly definitions: readonly Definition[];
  readonly problems: readonly DefinitionProblem[];
  /** Whether so much is wrong that what was read may not be what is meant. */
  readonly broken: boolean;
}
