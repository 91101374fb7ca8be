import { type Command, InvalidArgumentError } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";
import type { SimulateLlmFlags } from "../simulate/simulate-llm.ts";

export const simulate: CommandDefinition = (program, run, context) => {
  const group = program
    .command("simulate")
    .description("serve a stand-in for a real service on this machine");
  withCommonOptions(
    group
      .command("llm")
      .description("serve a script as a strict Anthropic Messages API, until it is interrupted")
      .requiredOption("--script <file>", "the script that answers")
      .option("--port <n>", "0 takes any that is free", port, 0),
  ).action((_: unknown, command: Command) =>
    run(async () => {
      const { simulateLlm } = await import("../simulate/simulate-llm.ts");
      return simulateLlm(command.optsWithGlobals<SimulateLlmFlags>(), context);
    }),
  );
};

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new InvalidArgumentError("It must be a number from 0 to 65535.");
  }
  return Number(text);
}
