import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { dictFromJson } from "../../core/python/convert.ts";
import { isPyDict, type PyDict } from "../../core/python/py-value.ts";
import { errorText } from "./error-text.ts";
import { LaxBuilder, type LaxOptions } from "./lax-builder.ts";
import { modelType } from "./model-type.ts";
import { unsupported } from "./unsupported.ts";

/** Arguments that fit, converted; or why they do not. */
export type LaxResult =
  | { readonly ok: true; readonly value: PyDict }
  /** What the service's Python would print. */
  | { readonly ok: false; readonly text: string };

/** Validates arguments as a pydantic model does in lax mode. */
export interface LaxModel {
  /** A dict keeps the difference between 1 and 1.0, which JSON has lost. */
  parse(args: JsonObject | PyDict): LaxResult;
}

/**
 * The pydantic model of a JSON Schema for an object: text becomes numbers and booleans where they are
 * wanted, unknown keys are dropped, and what is wrong is said in pydantic's words.
 *
 * @param title the name of the model, which begins its errors
 * @throws AppError SCHEMA_UNSUPPORTED for what pydantic could not be asked for
 */
export function laxModel(schema: JsonObject, title: string, options: LaxOptions = {}): LaxModel {
  if (schema["type"] !== undefined && schema["type"] !== "object") {
    throw unsupported(["type"], 'arguments need the type "object"');
  }
  const builder = new LaxBuilder(schema, options);
  const fields = builder.fields(schema, { path: [], title });
  const model = modelType({ title, fields, forbidExtra: options.forbidExtra ?? false });
  return {
    parse(args) {
      const checked = model.check(
        isJsonObject(args) && !isPyDict(args) ? dictFromJson(args) : args,
      );
      if (!checked.ok) return { ok: false, text: errorText(title, checked) };
      return { ok: true, value: checked.value };
    },
  };
}
