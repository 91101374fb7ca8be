import { resolve } from "node:path";
import { type Config, loadConfig } from "../../config/index.ts";
import { createRedactor, type Redactor } from "../../core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../core/secrets/secret-values.ts";
import {
  type LoadFrame,
  loadFrame,
  planRun,
  pricesOf,
  type Prices,
  type RunPlan,
  scriptTexts,
  type Suite,
  type TargetNetwork,
} from "../../eval/index.ts";
import { createLimiters, type ModelClient, modelOpener, rateBook } from "../../model/index.ts";
import {
  diskFiles,
  environment,
  pooledFetch,
  proxiesOf,
  seededRandom,
  shownPath,
  systemClock,
} from "../../platform/index.ts";
import { loadToolCatalog } from "../../tools/index.ts";
import type { RunSetting } from "../run-setting.ts";

/** What all tests of a worker share: what `flowproof.yml` says, files and models that were read once. */
export interface World {
  readonly frame: LoadFrame;
  readonly prices: Prices;
  readonly redactor: Redactor;
  /** How targets elsewhere are reached. */
  readonly network: TargetNetwork;
  plan(suite: Suite): Promise<RunPlan>;
  /** Opens a model by name; the same client each time. */
  model(name: string): Promise<ModelClient>;
}

/** @throws AppError or AppErrors for what is wrong with `flowproof.yml` or imported tools. */
export async function openWorld(setting: RunSetting): Promise<World> {
  const config = await loadConfig(setting.root, diskFiles);
  const models = new Map<string, Promise<ModelClient>>();
  const open = openerOf(config, setting);
  return {
    frame: await frameOf(config, setting),
    prices: pricesOf(config),
    redactor: createRedactor({ known: secretValuesFromEnv(environment()) }),
    network: networkOf(setting),
    plan: (suite) => planOf(suite, config, setting),
    model(name) {
      const known = models.get(name);
      if (known !== undefined) return known;
      const opening = open(name);
      models.set(name, opening);
      return opening;
    },
  };
}

async function frameOf(config: Config, { root: cwd }: RunSetting): Promise<LoadFrame> {
  const { flows, prompts, responseSchemas, tools } = config.registries;
  const absolute = (folders: readonly (string | undefined)[]): readonly string[] =>
    folders.flatMap((folder) => (folder === undefined ? [] : [resolve(cwd, folder)]));
  const shown = (path: string): string => shownPath(path, cwd);
  return loadFrame({
    files: diskFiles,
    cwd,
    flowFolders: absolute(flows),
    promptFolders: absolute([prompts]),
    responseSchemaFolders: absolute([responseSchemas]),
    toolCatalog: await loadToolCatalog(resolve(cwd, tools ?? "tools"), { files: diskFiles, shown }),
    context: config.context,
    limits: config.limits.trial,
  });
}

function networkOf({ seed, concurrency = 8 }: RunSetting): TargetNetwork {
  const env = environment();
  return {
    fetch: pooledFetch({ connections: concurrency, proxies: proxiesOf(env) }),
    random: seededRandom(seed ?? 0),
    variable: (name) => env[name],
  };
}

async function planOf(suite: Suite, config: Config, setting: RunSetting): Promise<RunPlan> {
  const { EXECUTION_MODEL, VALIDATION_MODEL } = environment();
  const models = {
    flags: setting.models,
    env: { EXECUTION_MODEL, VALIDATION_MODEL },
    config: {
      model: config.models.agent,
      judgeModel: config.models.judge,
      ...config.judging,
    },
  };
  const { script, ...named } = models.flags;
  const inFile = [config.models.agent, config.models.judge];
  const names = [...[named, models.env].flatMap((each) => Object.values(each)), ...inFile];
  return planRun([suite], {
    models,
    seed: setting.seed,
    concurrency: setting.concurrency ?? config.limits.concurrency,
    scriptTexts: await scriptTexts([...names, script], [suite], {
      files: diskFiles,
      cwd: setting.root,
    }),
  });
}

/** Workers are processes of their own: each keeps to the rates, but none knows of the others. */
function openerOf(
  { models: { rates, maxRetries, promptedTools, promptCache } }: Config,
  { root, seed, concurrency = 8, baseUrl }: RunSetting,
): World["model"] {
  const env = environment();
  return modelOpener({
    env,
    baseUrl,
    cwd: root,
    options: {
      clock: systemClock,
      files: diskFiles,
      random: seededRandom(seed ?? 0),
      fetch: pooledFetch({ connections: concurrency, proxies: proxiesOf(env) }),
      limiters: createLimiters({
        clock: systemClock,
        rates: rateBook([rates ?? {}]),
        concurrency,
      }),
      attempts: maxRetries === undefined ? undefined : maxRetries + 1,
      promptedTools,
      promptCache,
    },
  });
}
