import type { JsonObject } from "../core/json.ts";
import type { Config, ConfigFile } from "./config.ts";

/** Lays what a file says over what holds without it. */
export function withDefaults(file: ConfigFile): Config {
  const { registries = {}, models = {}, judge = {}, limits = {}, lint = {}, validate = {} } = file;
  return {
    suites: file.suites,
    registries: {
      flows: registries.flows ?? ["flows"],
      prompts: registries.prompts,
      responseSchemas: registries.response_schemas,
      tools: registries.tools,
    },
    models: {
      agent: models.agent,
      judge: models.judge ?? judge.model ?? judge.models,
      rates: models.rates,
      maxRetries: models.max_retries,
      promptedTools: models.prompted_tools,
      promptCache: models.prompt_cache,
    },
    judging: {
      ...(judge.votes !== undefined && { votes: judge.votes }),
      ...(judge.isolate !== undefined && { isolate: judge.isolate }),
    },
    prices: file.prices ?? {},
    limits: {
      concurrency: limits.concurrency,
      trial: trialLimits(limits),
      run: limits.run ?? {},
    },
    history: file.history ?? true,
    lint: {
      rules: lint.rules ?? {},
      mcpTools: lint.mcp_tools ?? [],
      definitions: lint.definitions,
      outOfScope: lint.secret_safety?.out_of_scope ?? {},
      maxWarnings: lint.max_warnings,
    },
    validate: { rules: validate.rules ?? {}, maxWarnings: validate.max_warnings },
    gitlab: { url: file.gitlab?.url },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was read as JSON
    context: file.context as JsonObject | undefined,
  };
}

function trialLimits(limits: NonNullable<ConfigFile["limits"]>): Config["limits"]["trial"] {
  const { max_replies: maxReplies, max_seconds: seconds } = limits;
  const { max_turns: maxTurns, max_tool_calls: maxToolCalls } = limits;
  const { max_tokens: maxTokens, max_cost_usd: maxCostUsd } = limits;
  return {
    ...(maxReplies !== undefined && { maxReplies }),
    ...(seconds !== undefined && { maxMs: seconds * 1000 }),
    ...(maxTurns !== undefined && { maxTurns }),
    ...(maxToolCalls !== undefined && { maxToolCalls }),
    ...(maxTokens !== undefined && { maxTokens }),
    ...(maxCostUsd !== undefined && { maxCostUsd }),
  };
}
