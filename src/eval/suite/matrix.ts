import { basename } from "node:path";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";

/** One value of an axis of `matrix:`, and what it is called in names. */
export interface MatrixValue {
  readonly name: string;
  readonly value: JsonValue;
  readonly path: SuitePath;
}

/** What a suite is multiplied by; an axis that it does not have is empty. */
export interface Matrix {
  readonly versions: readonly MatrixValue[];
  readonly models: readonly MatrixValue[];
  readonly contexts: readonly MatrixValue[];
}

/** More targets or contexts are no comparison that anybody reads. */
const maxValues = 50;

/** Joins what names consist of; no written name has it, so that made ones never meet them. */
export const nameJoint = "@";

/** Reads `matrix:`; two values of an axis with one name are reported. */
export function readMatrix(value: JsonValue | undefined, reader: SuiteReader): Matrix {
  const axis = (key: string): readonly MatrixValue[] => {
    const path = ["matrix", key];
    if (!isJsonObject(value) || !reader.wellFormed(path)) return [];
    return readAxis(value[key], path, reader);
  };
  return { versions: axis("version"), models: axis("model"), contexts: axis("context") };
}

function readAxis(
  value: JsonValue | undefined,
  path: SuitePath,
  reader: SuiteReader,
): readonly MatrixValue[] {
  const values = valuesOf(value, path);
  if (values.length > maxValues) {
    reader.add({
      path,
      code: "EVAL_MATRIX_INVALID",
      message: `there are ${values.length} values; at most ${maxValues} are allowed`,
      hint: "split the suite",
    });
    return [];
  }
  const known = new Set<string>();
  return values.filter(({ name, path: at }) => {
    if (name !== "" && !known.has(name)) return known.add(name) !== undefined;
    reader.add({
      path: at,
      code: "EVAL_MATRIX_INVALID",
      message: name === "" ? "the value makes no name" : `two values are called "${name}"`,
      hint: "write a map from names to values instead of a list",
    });
    return false;
  });
}

function valuesOf(value: JsonValue | undefined, path: SuitePath): readonly MatrixValue[] {
  if (isJsonObject(value)) {
    return Object.entries(value).map(([name, each]) => {
      return { name, value: each, path: [...path, name] };
    });
  }
  if (!isJsonArray(value)) return [];
  return value.map((each, index) => {
    return { name: nameOf(each), value: each, path: [...path, index] };
  });
}

/** A name out of a value: `^1.1.0` is called 1.1.0, `anthropic/claude-x` claude-x, a project by its path. */
function nameOf(value: JsonValue): string {
  if (isJsonObject(value)) {
    const { project, namespace, none } = value;
    if (none === true) return "none";
    const place = project ?? namespace;
    const named = isJsonObject(place) ? (place["path"] ?? place["id"]) : place;
    const isNamed = typeof named === "string" || typeof named === "number";
    return isNamed ? plainName(String(named)) : "";
  }
  return typeof value === "string" ? plainName(basename(value)) : "";
}

function plainName(text: string): string {
  const words = text.split(/[^A-Za-z0-9._-]+/u).filter((word) => word !== "");
  return words.join("-").replace(/^[._-]+/u, "");
}

/** The names of all that an axis of targets makes of one, each with the keys that it sets. */
export function targetVariants({ versions, models }: Matrix): readonly TargetVariant[] {
  const none: readonly (MatrixValue | undefined)[] = [undefined];
  return (versions.length === 0 ? none : versions).flatMap((version) =>
    (models.length === 0 ? none : models).map((model) => variantOf(version, model)),
  );
}

/** What a target is besides what is written of it. */
export interface TargetVariant {
  readonly names: readonly string[];
  readonly keys: JsonObject;
  /** Where the version stands that is added. */
  readonly versionPath: SuitePath | undefined;
}

function variantOf(
  version: MatrixValue | undefined,
  model: MatrixValue | undefined,
): TargetVariant {
  return {
    names: [version, model].flatMap((each) => (each === undefined ? [] : [each.name])),
    keys: {
      ...(version !== undefined && { version: version.value }),
      ...(model !== undefined && { model: model.value }),
    },
    versionPath: version?.path,
  };
}
