import { type Command, InvalidArgumentError } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";
import { gitlabFaultNames } from "../simulate/gitlab-fault-names.ts";
import type { SimulateGitlabFlags } from "../simulate/simulate-gitlab.ts";
import type { SimulateLlmFlags } from "../simulate/simulate-llm.ts";

export const simulate: CommandDefinition = (program, run, context) => {
  const group = program
    .command("simulate")
    .description("serve a stand-in for a real service on this machine");
  withCommonOptions(
    group
      .command("llm")
      .description(
        "serve a script as a strict Anthropic Messages API and as OpenAI chat completions, until it is interrupted",
      )
      .requiredOption("--script <file>", "the script that answers")
      .option("--port <n>", "0 takes any that is free", port, 0)
      .option(
        "--without-tools",
        "refuse tools, as a model that cannot call any; understand `--prompted-tools`",
      ),
  ).action((_: unknown, command: Command) =>
    run(async () => {
      const { simulateLlm } = await import("../simulate/simulate-llm.ts");
      return simulateLlm(command.optsWithGlobals<SimulateLlmFlags>(), context);
    }),
  );
  withCommonOptions(
    group
      .command("gitlab")
      .description("serve a GitLab instance with an AI Catalog, until it is interrupted")
      .requiredOption("--catalog <dir>", "the folder whose .yml files describe the instance")
      .option("--port <n>", "0 takes any that is free", port, 0)
      .option("--latency <ms>", "wait so long before each answer", milliseconds, 0)
      .option(
        "--fault <name[:count]>",
        `spoil the requests that come, or only so many; may be repeated: ${gitlabFaultNames.join(", ")}`,
        (text: string, all?: readonly string[]) => [...(all ?? []), text],
      )
      .option("--instance-version <release>", "behave like an older GitLab, from 18.9 on"),
  ).action((_: unknown, command: Command) =>
    run(async () => {
      const { simulateGitlab } = await import("../simulate/simulate-gitlab.ts");
      return simulateGitlab(command.optsWithGlobals<SimulateGitlabFlags>(), context);
    }),
  );
};

function milliseconds(text: string): number {
  if (!/^\d{1,6}$/.test(text))
    throw new InvalidArgumentError("It must be a number of milliseconds.");
  return Number(text);
}

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new InvalidArgumentError("It must be a number from 0 to 65535.");
  }
  return Number(text);
}
