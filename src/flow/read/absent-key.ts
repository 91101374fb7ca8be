import { suggest } from "../../core/text/suggest.ts";
import type { ConfigNode } from "./config-node.ts";

/** What to do about a key that is not there, or is empty: another one may be meant to be it. */
export function adviceOn(node: ConfigNode, key: string, advice = `add "${key}"`): string {
  const others = [...(node.dict?.keys() ?? [])].filter((other) => other !== key);
  const near = suggest(key, others);
  return near === undefined ? advice : `is "${near}" meant to be "${key}"?`;
}
