import type { Frame } from "../scope/frame.ts";
import type { Load, Slot } from "../scope/symbols.ts";
import type { Compiler } from "./compiler.ts";
import type { Execute, Run } from "./run.ts";

/** Gives the variables of a scope their first values. To be compiled once its names are known. */
export function compileEnter({ symbols }: Frame, compiler: Compiler): Execute {
  const loads = [...symbols.loads].filter(([, load]) => load.kind !== "parameter");
  for (const [, load] of loads) {
    if (load.kind !== "resolve" || compiler.vocabulary.hasGlobal(load.name)) continue;
    compiler.undeclared.add(load.name);
  }
  return (run) => {
    run.host.budget.charge(loads.length);
    for (const [slot, load] of loads) enter(slot, load, run);
  };
}

function enter(slot: Slot, load: Load, run: Run): void {
  if (load.kind === "resolve") run.slots[slot] = run.context.resolve(load.name);
  else run.slots[slot] = load.kind === "alias" ? run.slots[load.from] : undefined;
}
