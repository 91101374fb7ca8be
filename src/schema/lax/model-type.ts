import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import { LaxErrors } from "./lax-errors.ts";
import { type Checked, type Exactness, type LaxType, refused, strict } from "./lax-type.ts";

/** A field of a model. */
export interface LaxField {
  readonly name: string;
  readonly type: LaxType;
  readonly required: boolean;
  /** What an absent field becomes; undefined where it stays absent. */
  readonly fallback: PyValue | undefined;
}

/** What a model is made of. */
export interface ModelShape {
  readonly title: string;
  readonly fields: readonly LaxField[];
  /** Whether unknown keys are errors; else they are dropped. */
  readonly forbidExtra: boolean;
}

/** A type whose values are dicts. */
export interface ModelType extends LaxType {
  check(input: PyValue): Checked<PyDict>;
}

/** A model: its fields, each validated, in the order in which they are declared. */
export function modelType(shape: ModelShape): ModelType {
  return {
    name: shape.title,
    check(input) {
      if (isPyDict(input)) return checkFields(shape, input);
      const message = `Input should be a valid dictionary or instance of ${shape.title}`;
      return refused("model_type", message, input);
    },
  };
}

function checkFields({ fields, forbidExtra }: ModelShape, input: PyDict): Checked<PyDict> {
  const value = new Map<string, PyValue>();
  const errors = new LaxErrors();
  let exactness: Exactness = strict;
  let fieldsSet = 0;
  for (const { name, type, required, fallback } of fields) {
    const given = input.get(name);
    if (given === undefined) {
      if (required) errors.add({ path: [name], type: "missing", message: "Field required", input });
      else if (fallback !== undefined) value.set(name, fallback);
      continue;
    }
    const checked = type.check(given);
    if (!checked.ok) {
      errors.addInside(name, checked);
      continue;
    }
    value.set(name, checked.value);
    if (checked.exactness < exactness) exactness = checked.exactness;
    fieldsSet += 1 + (checked.fieldsSet ?? 0);
  }
  if (forbidExtra) addExtraKeys(errors, fields, input);
  return errors.refused() ?? { ok: true, value, exactness, fieldsSet };
}

function addExtraKeys(errors: LaxErrors, fields: readonly LaxField[], input: PyDict): void {
  const known = new Set(fields.map(({ name }) => name));
  const [type, message] = ["extra_forbidden", "Extra inputs are not permitted"];
  for (const [key, value] of input) {
    if (!known.has(key)) errors.add({ path: [key], type, message, input: value });
  }
}
