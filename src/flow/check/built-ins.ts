import { builtInComponents } from "../model/component.ts";
import type { Flow } from "../model/flow.ts";

/** The names that a flow has without writing them. Experimental flows cannot abort. */
export function builtInsOf({ version }: Flow): readonly string[] {
  return version === "v1" ? builtInComponents : ["end"];
}
