import type { GivenTool, ToolSource } from "../../src/tools/index.ts";

/** Tools as a source gave them, before anything of them is believed. */
export interface ToolImport {
  readonly source: ToolSource;
  /** What the file is called if nothing else is said. */
  readonly name: string;
  readonly tools: readonly GivenTool[];
  readonly notes: readonly string[];
}
