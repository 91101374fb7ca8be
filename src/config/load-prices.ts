import { AppError, throwAll } from "../core/errors/app-error.ts";
import type { Files } from "../core/files.ts";
import { schemaErrors, validateFormat } from "../schema/index.ts";
import { readYaml, yamlErrors } from "../yaml/index.ts";
import type { Config, ConfigFile } from "./config.ts";

/**
 * Reads a file of prices in YAML or JSON: what `prices` in flowproof.yml holds.
 *
 * @throws AppError or AppErrors with everything that is wrong in it, at its line and column.
 */
export async function loadPrices(
  path: string,
  { read }: Pick<Files, "read">,
): Promise<Config["prices"]> {
  const text = await read(path);
  if (text === undefined) {
    throw new AppError("FILE_NOT_FOUND", `there is no file "${path}" of prices`, {
      hint: "check the spelling, and the folder that the path is relative to",
    });
  }
  const yaml = readYaml(text, path);
  throwAll(yamlErrors(yaml.problems, path));
  const value = { prices: yaml.value ?? {} };
  const problems = (await validateFormat("config", value)).map((problem) => ({
    ...problem,
    path: problem.path.slice(1),
  }));
  throwAll(schemaErrors(problems, yaml, "CONFIG_INVALID"));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has just said so
  const { prices = {} } = value as ConfigFile;
  return prices;
}
