import { didYouMean } from "../../core/text/suggest.ts";

/** More names are not worth comparing, least of all for each of many mistakes. */
export const comparedNames = 300;

/** Why a name is none that may be used here, and what to use instead. */
export interface UnknownName {
  /** Ends a message: `which is no component`. */
  readonly why: string;
  readonly hint: string;
}

interface KnownNames {
  readonly owners: ReadonlyMap<string, string>;
  readonly names: ReadonlySet<string>;
}

/** Explains a name that is neither a component's nor one that every flow has. */
export function unknownName(
  name: string,
  { owners, names }: KnownNames,
  others: readonly string[] = [],
): UnknownName {
  const owner = owners.get(name);
  if (owner !== undefined)
    return { why: `which is a subagent of "${owner}"`, hint: `use "${owner}"` };
  const known = [...[...names].slice(0, comparedNames), ...others];
  return { why: "which is no component", hint: didYouMean(name, known) };
}
