import type { PyDict } from "../../core/python/py-value.ts";
import type { Located } from "./located.ts";

/** A response schema written in the flow, or read from a registry. */
export interface ResponseSchemaEntry extends Located {
  /** The flow's own file, or the registry's. */
  readonly file: string;
  readonly id: string;
  /** JSON Schema; whole floats are still apart from integers. */
  readonly definition: PyDict;
}
