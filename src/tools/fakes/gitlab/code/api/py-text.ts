import { fromJson } from "../../../../../core/python/convert.ts";
import { pyStr } from "../../../../../core/python/py-str.ts";
import type { RestResponse } from "../../core/world.ts";

/** A parsed body as Python's `str` shows it. */
export function pyText({ body }: RestResponse): string {
  return pyStr(fromJson(body));
}
