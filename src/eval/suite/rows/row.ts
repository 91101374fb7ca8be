import type { JsonObject } from "../../../core/json.ts";
import type { Place } from "../../../core/position.ts";

/** One line of a file of cases: values by column. */
export interface Row {
  readonly cells: JsonObject;
  /** Where the row begins, or where a column of it stands, as far as the format tells. */
  readonly placeOf: (column?: string) => Place;
  /** Where the name of a column stands; the header of a CSV file. */
  readonly placeOfName: (column: string) => Place;
  /** Whether cells are texts that stand for something else where a text cannot be. */
  readonly isText: boolean;
}
