import type { Command } from "commander";
import { wholeNumber } from "./number-flags.ts";

/** How models are asked, as the command line says. */
export interface ModelFlags {
  /** `50/min`, or `<model>=50/min`. */
  readonly rate?: readonly string[];
  readonly maxRetries?: number;
  readonly promptedTools?: boolean;
  /** False with `--no-prompt-cache`, true otherwise. */
  readonly promptCache?: boolean;
}

/** Adds the flags that say how models are asked. */
export function withModelFlags(command: Command): Command {
  return command
    .option(
      "--rate <[model=]n/window>",
      "ask no more than that: 50/min, 160/8h, 40000 tokens/min; of every model, or of one; may be repeated",
      (text: string, rates: readonly string[] | undefined) => [...(rates ?? []), text],
    )
    .option(
      "--max-retries <n>",
      "how often a request that failed in passing is sent again; 0 never (default: 5)",
      wholeNumber,
    )
    .option(
      "--prompted-tools",
      "offer tools in the prompt and read calls from the text, for models that cannot call tools",
    )
    .option("--no-prompt-cache", "do not mark prompts for the provider's cache");
}
