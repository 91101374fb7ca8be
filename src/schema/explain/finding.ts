/** A problem seen from the value that is looked at; its path and its words become absolute later. */
export interface Finding {
  readonly kind: FindingKind;
  readonly path: readonly (string | number)[];
  readonly atKey: boolean;
  /** `name` is what the value at the path is called. */
  readonly message: (name: string) => string;
  readonly hint?: string | undefined;
  /** Of `missing` and `unknown`: the key. */
  readonly key?: string | undefined;
}

/** `type` and `literal`: another kind of value is meant; `missing` and `unknown`: a key; else a detail. */
export type FindingKind = "type" | "literal" | "missing" | "unknown" | "key-name" | "detail";

/** A finding about the value itself. */
export function here(
  kind: FindingKind,
  message: Finding["message"],
  rest: Partial<Pick<Finding, "hint" | "key">> = {},
): Finding {
  return { kind, path: [], atKey: false, message, ...rest };
}

/** The same finding, seen from what holds the value under `segment`. */
export function within(segment: string | number, finding: Finding): Finding {
  return { ...finding, path: [segment, ...finding.path] };
}
