import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { asTexts } from "../check/text-list.ts";
import type { SuiteJudge } from "./suite.ts";

/** Reads a `judge:` block, which the schema has found well-formed or has complained about. */
export function readJudge(value: JsonValue | undefined): SuiteJudge {
  const { model, models, votes, isolate } = isJsonObject(value) ? value : {};
  return {
    models: asTexts(model ?? models),
    ...(typeof votes === "number" && { votes }),
    ...(typeof isolate === "boolean" && { isolate }),
  };
}
