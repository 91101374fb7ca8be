import { clip } from "../../core/text/clip.ts";
import type { CallPattern } from "./call-pattern.ts";

/** A pattern within a sentence: the tool, and in short what else is asked of the call. */
export function patternText({ tool, terms }: CallPattern): string {
  return terms === "" ? tool : `${tool} with ${clip(terms, 120)}`;
}
