import type { Frame } from "../scope/frame.ts";
import type { Value } from "../values/value.ts";
import type { Compiler } from "./compiler.ts";
import type { Run } from "./run.ts";

/** The variables that were set around a place, by name, for what is included or called from there. */
export function compileLocals(
  { symbols }: Frame,
  { budget }: Compiler,
): (run: Run) => ReadonlyMap<string, Value> {
  const stores = [...symbols.allStores()];
  budget.charge(stores.length);
  return ({ slots, host }) => {
    host.budget.charge(stores.length);
    const locals = new Map<string, Value>();
    for (const [name, slot] of stores) {
      const value = slots[slot];
      if (value !== undefined) locals.set(name, value);
    }
    return locals;
  };
}
