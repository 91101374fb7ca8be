import type { StateRead } from "./reads.ts";
import type { FlowWays } from "./ways.ts";

/** Why what a component writes is not there when it is read for the first time; undefined where it may be. */
export function whyLate(
  read: StateRead,
  producer: string | undefined,
  ways: FlowWays,
): { readonly message: string; readonly hint: string } | undefined {
  const { what, from, component } = read;
  if (producer === undefined || isThere(read, producer, ways)) return undefined;
  if (ways.mayPrecede(producer, component)) return undefined;
  const message =
    producer === component
      ? `${what} "${from}", its own output, which is not there the first time`
      : `${what} "${from}", but "${producer}" cannot have run before`;
  return { message, hint: "mark it as optional, or read what is written before" };
}

/** Whether there is a way to the reader on which nobody has written the value yet. */
export function maySkip(read: StateRead, producer: string | undefined, ways: FlowWays): boolean {
  if (producer === undefined || isThere(read, producer, ways)) return false;
  const { component } = read;
  return ways.mayPrecede(producer, component) && !ways.alwaysPrecedes(producer, component);
}

/** Whether there is nothing to ask: nobody reads it, or who reads it has just written it. */
function isThere({ component, after }: StateRead, producer: string, ways: FlowWays): boolean {
  if (!ways.reachable.has(component) || (producer === component && after)) return true;
  // What a supervisor has written, its subagents may read while it works.
  return ways.supervisorOf(component) === producer;
}
