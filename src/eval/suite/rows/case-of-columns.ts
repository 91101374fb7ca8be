import type { AppError } from "../../../core/errors/app-error.ts";
import type { JsonObject, JsonValue } from "../../../core/json.ts";
import { clip } from "../../../core/text/clip.ts";
import type { SuitePath } from "../suite-reader.ts";
import { type BuiltCase, Origins } from "./built-case.ts";
import { rowValue } from "./row-value.ts";
import type { Row } from "./row.ts";
import { rowsError } from "./rows-error.ts";

/**
 * Makes a case of a row whose columns are the paths of a case: `id`, `ask`, `expect.answer.word`. What
 * stands below `expect` becomes one check for each check that is named.
 */
export function caseOfColumns(row: Row): BuiltCase | AppError {
  const root: Branch = new Map();
  const origins = new Origins();
  for (const [column, cell] of Object.entries(row.cells)) {
    const path = column.split(".");
    if (path.includes("")) {
      const message = `the column "${clip(column, 60)}" has a part without a name`;
      return rowsError(message, row.placeOfName(column), "write it as `expect.answer.word`");
    }
    if (!put(root, path, { value: rowValue(cell, schemaPath(path), row), column })) {
      const message = `two columns say what "${clip(column, 60)}" is`;
      const hint = "keep the one that names the whole, or those that name its parts";
      return rowsError(message, row.placeOf(column), hint);
    }
  }
  const value: [string, JsonValue][] = [];
  for (const [key, node] of root) {
    const path = [key];
    value.push([key, key === "expect" ? checksOf(node, origins) : valueOf(node, path, origins)]);
  }
  return { value: Object.fromEntries(value), originOf: (path) => origins.nearest(path) };
}

interface Leaf {
  readonly value: JsonValue;
  readonly column: string;
}
type Branch = Map<string, Leaf | Branch>;

/** False where something stands there already. */
function put(root: Branch, path: readonly string[], leaf: Leaf): boolean {
  let branch = root;
  for (const segment of path.slice(0, -1)) {
    const next = branch.get(segment) ?? new Map();
    if (!(next instanceof Map)) return false;
    branch.set(segment, next);
    branch = next;
  }
  const last = path.at(-1) ?? "";
  if (branch.has(last)) return false;
  branch.set(last, leaf);
  return true;
}

/** A check by its column stands in a list. */
function schemaPath(path: readonly string[]): SuitePath {
  const [first, ...rest] = path;
  return first === "expect" && rest.length > 0 ? ["expect", 0, ...rest] : path;
}

function checksOf(node: Leaf | Branch, origins: Origins): JsonValue {
  if (!(node instanceof Map)) return valueOf(node, ["expect"], origins);
  return [...node].map(([check, part], index): JsonObject => {
    return { [check]: valueOf(part, ["expect", index, check], origins) };
  });
}

function valueOf(node: Leaf | Branch, path: SuitePath, origins: Origins): JsonValue {
  if (!(node instanceof Map)) {
    origins.set(path, { column: node.column });
    return node.value;
  }
  const column = firstColumn(node);
  origins.set(path, { column });
  return Object.fromEntries(
    [...node].map(([key, part]) => [key, valueOf(part, [...path, key], origins)]),
  );
}

function firstColumn(branch: Branch): string | undefined {
  for (const node of branch.values()) {
    return node instanceof Map ? firstColumn(node) : node.column;
  }
  return undefined;
}
