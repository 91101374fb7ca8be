/** A stretch of a text, in UTF-16 units from its beginning, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a Ruby expression says without being run. */
export type RubyLiteral = Span &
  (
    | { readonly type: "scalar"; readonly value: string | number | boolean | null }
    | { readonly type: "list"; readonly items: readonly RubyLiteral[] }
    | RubyHash
    | { readonly type: "unknown" }
  );

/** A hash whose keys are symbols or strings. */
export interface RubyHash {
  readonly type: "map";
  readonly entries: readonly RubyEntry[];
  /** Whether there may be entries that cannot be seen. */
  readonly open: boolean;
}

interface RubyEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: RubyLiteral;
}

/** What was read of a Ruby file: what is wrong with it, and the definitions among its hashes. */
export type RubyReading =
  | {
      readonly errors: readonly (Span & { readonly message: string })[];
      readonly hashes: readonly (Span & RubyHash)[];
    }
  | { readonly tooDeep: true };
