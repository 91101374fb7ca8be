import type { Flow, NodePath } from "../../flow/index.ts";
import type { TextEdit } from "../rule/fix.ts";
import { sourceOf } from "./source-of.ts";

/** A name in a file, as a key or as a value, and the name that shall stand there. */
export interface Renaming {
  readonly at: NodePath;
  readonly part?: "key" | "value";
  readonly from: string;
  readonly to: string;
}

/** The edit that writes another name in the quotes of the old one; undefined for a name that is written in other ways. */
export function rename(flow: Flow, { at, part, from, to }: Renaming): TextEdit | undefined {
  const found = sourceOf(flow).at(at, part);
  if (found === undefined) return undefined;
  const { start, end, text } = found;
  if (text === from) return { start, end, text: to };
  const isQuoted = text === `"${from}"` || text === `'${from}'`;
  return isQuoted ? { start: start + 1, end: end - 1, text: to } : undefined;
}
