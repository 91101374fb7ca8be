import { AppError } from "../../core/errors/app-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { jsonEqual } from "../../core/match/json-equal.ts";
import { showValue } from "../../core/match/show-value.ts";
import { toJson } from "../../core/python/convert.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { laxModel } from "../../schema/index.ts";
import { branchesOf, kindOfValue, kindsOf, kindsText, type RootedSchema } from "./value-kinds.ts";

/** Why a part of a matcher can never hold for what a schema lets through. */
export interface Misfit {
  /** From the matcher to the part. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string | undefined;
}

const maxDepth = 30;

/**
 * The parts of a matcher that no value of a schema can ever match, after the conversions that arguments
 * go through. Where that cannot be known, nothing is said.
 */
export function misfits(spec: JsonValue, rooted: RootedSchema, depth = 0): readonly Misfit[] {
  const branches = branchesOf(rooted);
  const kinds = branches === undefined ? undefined : kindsOf(branches);
  if (branches === undefined || kinds === undefined || depth > maxDepth) return [];
  const frame: FitFrame = { rooted, branches, kinds, depth: depth + 1 };
  if (isJsonArray(spec)) return listMisfits(spec, frame);
  if (!isJsonObject(spec)) return literalMisfits(spec, frame);
  const isOperators = Object.keys(spec).some((key) => key.startsWith("$"));
  if (!isOperators) return mapMisfits(spec, frame);
  return Object.entries(spec).flatMap(([operator, operand]) =>
    below(operator, operatorMisfits(operator, operand, frame)),
  );
}

interface FitFrame {
  readonly rooted: RootedSchema;
  readonly branches: readonly JsonObject[];
  readonly kinds: ReadonlySet<string>;
  readonly depth: number;
}

function below(key: string | number, found: readonly Misfit[]): readonly Misfit[] {
  return found.map((misfit) => ({ ...misfit, path: [key, ...misfit.path] }));
}

function never(value: string, { kinds }: FitFrame, hint?: string): readonly Misfit[] {
  return [{ path: [], message: `it is never ${value}: it is ${kindsText(kinds)}`, hint }];
}

function literalMisfits(value: JsonValue, frame: FitFrame): readonly Misfit[] {
  const { rooted, kinds, branches } = frame;
  const held = whatBecomesOf(value, rooted);
  if (held === "unknown" || (held !== undefined && jsonEqual(held.value, value))) return [];
  const choices = branches.flatMap((branch) => {
    const { enum: values } = branch;
    return isJsonArray(values) ? values : [];
  });
  const texts = choices.filter((choice) => typeof choice === "string");
  if (typeof value === "string" && texts.length > 0) {
    return [
      { path: [], message: `it is never ${showValue(value)}`, hint: didYouMean(value, texts) },
    ];
  }
  const kind = kindOfValue(value);
  const isKind = kinds.has(kind) || (kind === "integer" && kinds.has("number"));
  if (!isKind || held !== undefined) {
    const hint = held === undefined ? undefined : `write ${showValue(held.value)}`;
    return never(showValue(value), frame, hint);
  }
  return [{ path: [], message: `the tool refuses ${showValue(value)}` }];
}

/** What a value is after validation; undefined where it is refused. */
function whatBecomesOf(
  value: JsonValue,
  { schema, root }: RootedSchema,
): { readonly value: JsonValue } | undefined | "unknown" {
  if (schema === undefined) return "unknown";
  const { $defs = {}, definitions = {} } = root;
  const wrapped = { $defs, definitions, type: "object", properties: { value: schema } };
  try {
    const parsed = laxModel({ ...wrapped, required: ["value"] }, "Value").parse({ value });
    if (!parsed.ok) return undefined;
    const found = parsed.value.get("value");
    return found === undefined ? "unknown" : { value: toJson(found) };
  } catch (error) {
    // The schema says more than can be checked here.
    if (error instanceof AppError) return "unknown";
    throw error;
  }
}

function listMisfits(spec: readonly JsonValue[], frame: FitFrame): readonly Misfit[] {
  if (!frame.kinds.has("array")) return never("a list", frame);
  const [items, ...others] = itemsOf(frame);
  if (items === undefined || others.length > 0) return [];
  const { root } = frame.rooted;
  return spec.flatMap((item, index) =>
    below(index, misfits(item, { schema: items, root }, frame.depth)),
  );
}

function itemsOf({ branches }: FitFrame): readonly JsonValue[] {
  return branches.flatMap(({ items }) => (items === undefined ? [] : [items]));
}

function mapMisfits(spec: JsonObject, frame: FitFrame): readonly Misfit[] {
  if (!frame.kinds.has("object")) return never("a map", frame);
  const [form, ...others] = frame.branches.filter(({ type }) => type === "object");
  // Of several forms any may be meant.
  if (form === undefined || others.length > 0) return [];
  const { properties, additionalProperties } = form;
  if (!isJsonObject(properties)) return [];
  const { root } = frame.rooted;
  return Object.entries(spec).flatMap(([key, part]) => {
    if (Object.hasOwn(properties, key)) {
      return below(key, misfits(part, { schema: properties[key], root }, frame.depth));
    }
    if (additionalProperties !== false) return [];
    const hint = didYouMean(key, Object.keys(properties));
    return [{ path: [key], message: `there is never a "${key}"`, hint }];
  });
}

const textOperators: ReadonlySet<string> = new Set(["$icontains", "$regex"]);
const numberOperators: ReadonlySet<string> = new Set(["$gt", "$gte", "$lt", "$lte"]);

function operatorMisfits(operator: string, operand: JsonValue, frame: FitFrame): readonly Misfit[] {
  const { kinds, rooted } = frame;
  const isNumber = kinds.has("integer") || kinds.has("number");
  if (textOperators.has(operator)) return kinds.has("string") ? [] : never("a text", frame);
  if (numberOperators.has(operator)) return isNumber ? [] : never("a number", frame);
  if (operator === "$equals") return literalMisfits(operand, frame);
  if (operator === "$any" && isJsonArray(operand)) {
    return operand.flatMap((part, index) => below(index, misfits(part, rooted, frame.depth)));
  }
  if (operator === "$in" && isJsonArray(operand)) {
    return operand.flatMap((value, index) => below(index, literalMisfits(value, frame)));
  }
  if (operator === "$contains") return containsMisfits(operand, frame);
  if (operator === "$type" && typeof operand === "string") {
    const isPossible = kinds.has(operand) || (operand === "number" && isNumber);
    return isPossible || (operand === "integer" && isNumber) ? [] : never(operand, frame);
  }
  return [];
}

function containsMisfits(operand: JsonValue, frame: FitFrame): readonly Misfit[] {
  const { kinds, rooted, depth } = frame;
  if (kinds.has("string") && typeof operand === "string") return [];
  if (!kinds.has("array")) return never(kinds.has("string") ? "a list" : "a text or a list", frame);
  const [items, ...others] = itemsOf(frame);
  if (items === undefined || others.length > 0) return [];
  return misfits(operand, { schema: items, root: rooted.root }, depth);
}
