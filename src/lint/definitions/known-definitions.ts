import type { Definition, Definitions, FlowKnowledge, Lock } from "../../flow/index.ts";
import type { FlowShelf } from "./flow-shelf.ts";

/** What is registered, and what there is to be registered. */
export interface KnownDefinitions {
  readonly files: readonly Definitions[];
  readonly flows: FlowShelf;
  /** What of the flows came from a catalog. */
  readonly lock: Lock | undefined;
}

/** What rules about a file of definitions may look at. */
export interface DefinitionsInput {
  readonly file: Definitions;
  readonly known: KnownDefinitions;
  readonly knowledge: FlowKnowledge;
  readonly mcpTools: readonly string[];
}

/** Every definition of every file that can be read. */
export function allDefinitions({ files }: KnownDefinitions): readonly Definition[] {
  return files.flatMap(({ broken, definitions }) => (broken ? [] : definitions));
}
