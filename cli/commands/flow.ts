import { type Command, InvalidArgumentError, Option } from "commander";
import type { FeatureFlag } from "../../src/engine/index.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";
import { withModelFlags } from "../eval/model-flags.ts";
import type { FlowGraphFlags, FlowRenderFlags, FlowRunFlags } from "../flow/flow-flags.ts";

const formats = ["pretty", "json"];
/** The compiler sees to it that none is missing. */
const features = Object.keys({ dap_parallel_subagents: true } satisfies Record<FeatureFlag, true>);
/** Written out, because the list of the tools is too much to read for a help page; a test compares them. */
const privileges = [
  "read_only_files",
  "read_only_gitlab",
  "read_write_files",
  "read_write_gitlab",
  "run_commands",
  "run_mcp_tools",
  "start_flows",
  "use_git",
];

export const flow: CommandDefinition = (program, run, context) => {
  const group = program
    .command("flow")
    .description("try one flow: run it, draw it, or see what it asks a model");
  const runCommand = withRunInputs(
    group
      .command("run")
      .description(
        "run a flow once; exit 0 completed or waiting, 1 aborted, failed or refused, 2 used wrongly, 3 cannot tell",
      ),
  );
  withModelFlags(runCommand)
    .option("--script <file>", "play the model from this script, whatever else is said")
    .option(
      "--base-url <url>",
      "the endpoint of the models (also ANTHROPIC_BASE_URL, OPENAI_BASE_URL)",
    )
    .option("--stream", "print the transcript while the flow runs, replies word by word")
    .action((ref: string, _: unknown, command: Command) =>
      run(async () => {
        const { flowRun } = await import("../flow/flow-run.ts");
        return flowRun(ref, command.optsWithGlobals<FlowRunFlags>(), context);
      }),
    );
  withCommonOptions(
    group
      .command("graph")
      .description("draw a flow's components and routers as a Mermaid diagram")
      .argument("<flow>", flowArgument)
      .option(
        "--record <run>",
        "mark what a run of `eval run` went through: a folder, an id, latest",
      )
      .option("--case <suite/case>", "only this case of the record")
      .option("--trial <n>", "only this trial, from 1 as reports print it", positiveInteger)
      .option("--reports <folder>", "where the folders of runs are", "reports"),
  ).action((ref: string, _: unknown, command: Command) =>
    run(async () => {
      const { flowGraph } = await import("../flow/flow-graph.ts");
      return flowGraph(ref, command.optsWithGlobals<FlowGraphFlags>(), context);
    }),
  );
  withRunInputs(
    group
      .command("render")
      .description(
        "print a flow's first request to a model, which is not sent, for prompt authors",
      ),
  ).action((ref: string, _: unknown, command: Command) =>
    run(async () => {
      const { flowRender } = await import("../flow/flow-render.ts");
      return flowRender(ref, command.optsWithGlobals<FlowRenderFlags>(), context);
    }),
  );
};

const flowArgument = "a flow's file, or its reference: data_analyst, data_analyst@^1.0.0";

function withRunInputs(command: Command): Command {
  const inputs = command
    .argument("<flow>", flowArgument)
    .option("--goal <text>", "what the user writes first; a conversation needs it")
    .option(
      "--context <json|file>",
      "additional context by category; also project, namespace, none, inputs as in a suite",
    )
    .option("--project <path|id>", "the project in which it happens")
    .option("--namespace <path|id>", "the namespace in which it happens")
    .option("--tools <file>", "what answers tool calls: a suite's `tools:` block")
    .option("--human <file>", "what a person answers, in order: a case's `human:` list");
  return withCommonOptions(
    withSession(inputs)
      .option("-m, --model <provider/name>", "the model (also EXECUTION_MODEL)")
      .addOption(new Option("--execution-model <provider/name>", "the same as --model"))
      .option("--compat", "copy the service's known defects as well")
      .addOption(
        new Option("--format <format>", "what goes to standard output")
          .choices(formats)
          .default("pretty"),
      ),
  );
}

/** What a suite's target says about its sessions. */
function withSession(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--privileges <names>",
        "what the session allows, with commas; tools of others are not offered",
      )
        .choices(privileges)
        .argParser(names),
    )
    .option("--pre-approved <names>", "those of --privileges that need no approval", names)
    .option("--mcp-tools <names>", "tools of MCP servers that a chat gets besides its own", names)
    .option("--denied-tools <names>", "tools that are switched off in this session", names)
    .addOption(
      new Option("--feature <flag>", "a feature flag of the service that is on; may be repeated")
        .choices(features)
        .argParser(featureFlags),
    );
}

function names(text: string, before: readonly string[] | undefined): readonly string[] {
  const given = text.split(",").map((name) => name.trim());
  return [...(before ?? []), ...given.filter((name) => name !== "")];
}

function featureFlags(text: string, flags: readonly string[] | undefined): readonly string[] {
  if (features.includes(text)) return [...(flags ?? []), text];
  throw new InvalidArgumentError(`Allowed choices are ${features.join(", ")}.`);
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("It must be at least 1.");
  return Number(text);
}
