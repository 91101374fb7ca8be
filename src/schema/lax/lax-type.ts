import type { PyValue } from "../../core/python/py-value.ts";

/** One line of pydantic's report. */
export interface LaxError {
  readonly path: readonly (string | number)[];
  /** Pydantic's name for the kind of error; it ends the line's link. */
  readonly type: string;
  readonly message: string;
  readonly input: PyValue;
}

/**
 * How close a value already was to what a type wants. A union takes the closest of its members:
 * `lax` was converted, `strict` is an int where a float is wanted, `exact` needed nothing.
 */
export type Exactness = 0 | 1 | 2;

/** Converted. */
export const lax: Exactness = 0;
/** Of another type, but without loss. */
export const strict: Exactness = 1;
/** Of the very type. */
export const exact: Exactness = 2;

/** What a type makes of a value. */
export type Checked<T extends PyValue = PyValue> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly exactness: Exactness;
      /** How many fields of models were given; a union prefers the member that takes most. */
      readonly fieldsSet?: number | undefined;
    }
  | Refused;

/** A value that a type does not take. */
export interface Refused {
  readonly ok: false;
  readonly errors: readonly LaxError[];
  /** How many errors there are beyond these. */
  readonly more: number;
}

/** A type as pydantic validates it in lax mode. */
export interface LaxType {
  /** What pydantic calls it in the path of an error inside a union. */
  readonly name: string;
  check(input: PyValue): Checked;
}

/** The result for a value that a type takes. */
export function accepted<T extends PyValue>(value: T, exactness: Exactness): Checked<T> {
  return { ok: true, value, exactness };
}

/** The result for a value that a type does not take, with one error about all of it. */
export function refused(type: string, message: string, input: PyValue): Refused {
  return { ok: false, errors: [{ path: [], type, message, input }], more: 0 };
}
