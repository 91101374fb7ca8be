import { clip } from "../../core/text/clip.ts";
import type { CallPattern } from "./call-pattern.ts";

/** A pattern within a sentence: the tool, and in short what else is asked of the call. */
export function patternText({ tool, terms }: CallPattern): string {
  if (terms === "") return tool;
  // What a call ended with, or who made it, reads well by itself.
  const joint = /^(?:by|with|without) /u.test(terms) ? "" : "with ";
  return `${tool} ${joint}${clip(terms, 120)}`;
}
