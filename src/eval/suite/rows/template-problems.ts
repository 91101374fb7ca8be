import { isJsonObject, type JsonValue } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import { clip } from "../../../core/text/clip.ts";
import { didYouMean } from "../../../core/text/suggest.ts";
import type { SuitePath, SuiteReader } from "../suite-reader.ts";
import { brokenReference, cellOf, textParts } from "./row-reference.ts";
import type { Row } from "./row.ts";

/** Reports what a template asks of rows and no row of any file can give; whether all is well. */
export function reportTemplate(
  template: JsonValue,
  { path, reader, rows }: TemplateFrame,
): boolean {
  const known = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  let isWell = true;
  walk(template, path);
  return isWell;

  function walk(value: JsonValue, at: SuitePath): void {
    if (typeof value === "string") checkText(value, at);
    else if (isJsonArray(value)) {
      for (const [index, item] of value.entries()) walk(item, [...at, index]);
    } else if (isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) walk(item, [...at, key]);
    }
  }

  function checkText(text: string, at: SuitePath): void {
    const broken = brokenReference(text);
    if (broken !== undefined) {
      isWell = false;
      reader.add({
        path: at,
        code: "EVAL_CASES_FILE",
        message: `only the value of a column can stand here, not ${clip(broken, 80)}`,
        hint: 'write {{ row.column }}, or {{ row["a column"] }}',
      });
    }
    for (const part of textParts(text)) {
      if (!("column" in part)) continue;
      const { column } = part;
      if (rows.some(({ cells }) => cellOf(cells, column) !== undefined)) continue;
      isWell = false;
      reader.add({
        path: at,
        code: "EVAL_CASES_FILE",
        message: `no row has a column "${clip(column, 60)}"`,
        hint: didYouMean(column, [...known]),
      });
    }
  }
}

interface TemplateFrame {
  readonly path: SuitePath;
  readonly reader: SuiteReader;
  readonly rows: readonly Row[];
}
