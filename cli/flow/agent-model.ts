import type { Config } from "../../src/config/index.ts";
import type { CliContext } from "../context.ts";
import type { FlowRunFlags } from "./flow-flags.ts";

/** The model that plays a flow's agents: by script, flag, environment and configuration; undefined where nothing names one. */
export function agentModel(
  flags: Pick<FlowRunFlags, "script" | "model" | "executionModel">,
  env: CliContext["env"],
  { models }: Pick<Config, "models">,
): string | undefined {
  const script = named(flags.script);
  if (script !== undefined) return script.startsWith("script/") ? script : `script/${script}`;
  const names = [flags.model, flags.executionModel, env["EXECUTION_MODEL"], models.agent];
  return names.map(named).find((name) => name !== undefined);
}

/** A variable that is set to nothing names nothing. */
function named(name: string | undefined): string | undefined {
  const trimmed = name?.trim() ?? "";
  return trimmed === "" ? undefined : trimmed;
}
