import { type Command, Option } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import { withCommonOptions } from "../common-options.ts";
import { defineBaseline } from "../eval/baseline/define-baseline.ts";
import { withCacheFlags } from "../eval/cache/cache-flags.ts";
import { defineCalibrate } from "../eval/calibrate/define-calibrate.ts";
import type { EvalListFlags } from "../eval/eval-list-flags.ts";
import type { EvalRunFlags } from "../eval/eval-run-flags.ts";
import { withGateFlags } from "../eval/gates/gate-flags.ts";
import { judgeModelOption } from "../eval/judge-flags.ts";
import { withLimitFlags } from "../eval/limits/limit-flags.ts";
import { withModelFlags } from "../eval/model-flags.ts";
import { positiveInteger } from "../eval/number-flags.ts";
import { defineRescore } from "../eval/rescore/define-rescore.ts";
import { withSelectFlags } from "../eval/select-flags.ts";
import { defineValidate } from "../eval/validate/define-validate.ts";
import { runFormatOption, withRunOutputs } from "../report/report-formats.ts";

export const evalCommand: CommandDefinition = (program, run, context) => {
  const group = program
    .command("eval")
    .description("run suites against flows: real model calls, mocked tools, checks, a judge");
  const runCommand = withSelectFlags(
    withModelFlags(
      group
        .command("run")
        .description(
          "run suites and report; exit 0 passed, 1 failed, 2 used wrongly, 3 cannot tell",
        )
        .argument("[paths...]", "suites, or folders of suites; default: `suites` in flowproof.yml")
        .option("-m, --model <provider/name>", "the agent's model (also EXECUTION_MODEL)")
        .addOption(new Option("--execution-model <provider/name>", "the same as --model"))
        .addOption(judgeModelOption())
        .addOption(new Option("--validation-model <provider/name>", "the same as --judge-model"))
        .option("--script <file>", "play every role from this script, whatever else is said")
        .option(
          "--base-url <url>",
          "the endpoint of the models (also ANTHROPIC_BASE_URL, OPENAI_BASE_URL)",
        )
        .addOption(runFormatOption().default("pretty"))
        .option("-j, --concurrency <n>", "trials at a time (default: 8)", positiveInteger)
        .option(
          "--coverage",
          "measure which components, routes and tools of each flow were reached",
        )
        .option("--record <file>", "keep what models say in a cassette, or in a folder of them")
        .option("--replay <file>", "ask nobody: models say what was recorded, strictly")
        .option("--resume [run]", "go on with a run that was stopped; default: the last one")
        .option("--no-history", "neither look at earlier runs nor leave anything to later ones")
        .option(
          "--dry-run",
          "ask nobody: estimate requests, tokens and cost from earlier runs, or on the scripts",
        ),
    ),
  );
  withCacheFlags(withLimitFlags(withGateFlags(withRunOutputs(runCommand))));
  withCommonOptions(runCommand).action((paths: readonly string[], _: unknown, command: Command) =>
    run(async () => {
      const { evalRun } = await import("../eval/eval-run.ts");
      return evalRun(paths, command.optsWithGlobals<EvalRunFlags>(), context);
    }),
  );
  defineValidate(withCommonOptions(group.command("validate")), run, context);
  defineRescore(withCommonOptions(group.command("rescore")), run, context);
  defineBaseline(group.command("baseline"), run, context);
  defineCalibrate(withCommonOptions(group.command("calibrate")), run, context);

  const listCommand = withSelectFlags(
    group
      .command("list")
      .description("list the cases of suites, with the flags of `eval run` that select some")
      .argument("[paths...]", "suites, or folders of suites; default: `suites` in flowproof.yml")
      .addOption(
        new Option("--format <format>", "what goes to standard output")
          .choices(["pretty", "json"])
          .default("pretty"),
      ),
  );
  withCommonOptions(listCommand).action((paths: readonly string[], _: unknown, command: Command) =>
    run(async () => {
      const { evalList } = await import("../eval/eval-list.ts");
      return evalList(paths, command.optsWithGlobals<EvalListFlags>(), context);
    }),
  );
};
