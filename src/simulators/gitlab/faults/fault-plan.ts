import { AppError } from "../../../core/errors/app-error.ts";
import { createRegistry, type Registry } from "../../../core/registry.ts";
import { didYouMean } from "../../../core/text/suggest.ts";
import type { Fault, FaultSetting } from "./fault.ts";
import { graphqlFaults } from "./graphql-faults.ts";
import { refusals } from "./refusals.ts";
import { transportFaults } from "./transport-faults.ts";

const all: readonly Fault[] = [...refusals, ...graphqlFaults, ...transportFaults];

/** Everything that can go wrong, by name. */
export const gitlabFaults: Registry<Fault> = createRegistry(
  Object.fromEntries(all.map((fault) => [fault.id, fault])),
);

/** A fault that is to happen. */
export interface PlannedFault {
  readonly fault: string;
  /** To so many requests; to all that come when left out. */
  readonly count?: number | undefined;
}

/** Reads `name` or `name:3`. @throws AppError SIMULATOR_FAULT_UNKNOWN */
export function parseFault(text: string): PlannedFault {
  const [name = "", count, ...rest] = text.split(":");
  if (gitlabFaults.get(name) === undefined) {
    throw new AppError("SIMULATOR_FAULT_UNKNOWN", `there is no fault "${name}"`, {
      hint: didYouMean(name, gitlabFaults.ids),
    });
  }
  if (count === undefined) return { fault: name };
  if (rest.length > 0 || !/^[1-9]\d{0,5}$/.test(count)) {
    throw new AppError("SIMULATOR_FAULT_UNKNOWN", `"${text}" says no number of requests`, {
      hint: `write ${name}, or ${name}:3 for the next three requests`,
    });
  }
  return { fault: name, count: Number(count) };
}

/** The faults that are still to come, in order. */
export interface FaultPlan {
  add(planned: PlannedFault): void;
  clear(): void;
  /** The fault of a request, which it is thereby used up for; undefined where all goes well. */
  next(setting: FaultSetting): Fault | undefined;
}

/** A plan that each request takes its fault from. @throws AppError for a name that is none */
export function createFaultPlan(planned: readonly PlannedFault[]): FaultPlan {
  let left: { readonly fault: Fault; count: number }[] = [];
  const add = ({ fault: name, count = Infinity }: PlannedFault): void => {
    const fault = gitlabFaults.get(parseFault(name).fault);
    if (fault !== undefined) left.push({ fault, count });
  };
  for (const each of planned) add(each);
  return {
    add,
    clear() {
      left = [];
    },
    next(setting) {
      const found = left.find(({ fault }) => fault.applies?.(setting) !== false);
      if (found === undefined) return undefined;
      found.count -= 1;
      left = left.filter(({ count }) => count > 0);
      return found.fault;
    },
  };
}
