import { join } from "node:path";
import { throwAll } from "../core/errors/app-error.ts";
import type { Files } from "../core/files.ts";
import { type SchemaProblem, schemaErrors, validateFormat } from "../schema/index.ts";
import { readYaml, yamlErrors } from "../yaml/index.ts";
import type { Config, ConfigFile } from "./config.ts";
import { withDefaults } from "./with-defaults.ts";

const fileName = "flowproof.yml";

/** Says what else is wrong with a file, such as names that only some commands know. */
export type ConfigCheck = (file: ConfigFile) => readonly SchemaProblem[];

/**
 * Reads `flowproof.yml` in a folder, and nowhere else; without one, the defaults hold.
 *
 * @throws AppError or AppErrors with everything that is wrong in it, at its line and column
 */
export async function loadConfig(
  folder: string,
  files: Files,
  check: ConfigCheck = () => [],
): Promise<Config> {
  const text = await files.read(join(folder, fileName));
  if (text === undefined) return withDefaults({});
  const yaml = readYaml(text, fileName);
  throwAll(yamlErrors(yaml.problems, fileName));
  // A file of comments only says as little as none.
  const value = yaml.value ?? {};
  throwAll(schemaErrors(await validateFormat("config", value), yaml, "CONFIG_INVALID"));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has just said so
  const file = value as ConfigFile;
  const problems = [...contradictions(file), ...check(file)];
  throwAll(schemaErrors(problems, yaml, "CONFIG_INVALID"));
  return withDefaults(file);
}

function contradictions({ models, judge }: ConfigFile): SchemaProblem[] {
  const named = models?.judge;
  const other = judge?.model ?? judge?.models?.join(", ");
  if (named === undefined || other === undefined || named === other) return [];
  const message = `two models are named for the judge: "${named}" and "${other}"`;
  const key = judge?.model === undefined ? "models" : "model";
  const hint = `keep models.judge or judge.${key}`;
  return [{ path: ["judge", key], atKey: false, message, hint }];
}
