import type { JsonObject } from "../../core/json.ts";
import type { Place } from "../../core/position.ts";

/** An answer in a run, as somebody who looked at its report names it. */
export interface StoredSubject {
  readonly type: "stored";
  readonly run: string;
  readonly suite: string;
  readonly case: string;
  readonly target: string | undefined;
  /** From 0. */
  readonly trial: number | undefined;
  /** Id of the check, or its criterion; one of both at least. */
  readonly check: string | undefined;
  readonly criterion: string | undefined;
}

/** An answer that stands in the file itself. */
export interface GivenSubject {
  readonly type: "given";
  readonly question: readonly string[];
  readonly answer: string;
  readonly calls: readonly {
    readonly tool: string;
    readonly args: JsonObject;
    readonly result: string;
    readonly isError: boolean;
  }[];
  readonly criterion: string;
}

/** What a person says of one criterion and one answer. */
export interface Label {
  readonly place: Place;
  readonly subject: StoredSubject | GivenSubject;
  readonly opinion:
    | { readonly type: "label"; readonly met: boolean }
    | { readonly type: "grade"; readonly grade: number };
  /** Empty where nobody is named. */
  readonly by: string;
}
