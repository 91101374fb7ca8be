import type { Command } from "commander";

/** Flags that every command takes. */
export interface CommonFlags {
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly color: boolean;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option("-v, --verbose", "say more; show stacks of defects")
    .option("-q, --quiet", "say nothing about the program itself")
    .option("--no-color", "no colors (also NO_COLOR)");
}
