import { resolve } from "node:path";
import { type Config, loadPrices } from "../../../src/config/index.ts";
import type { CliContext } from "../../context.ts";
import type { LimitFlags } from "./limit-flags.ts";

/**
 * The configuration with the prices of `--prices` over its own.
 *
 * @throws AppError or AppErrors when the file is not there or not right.
 */
export async function withPrices(
  config: Config,
  { prices: file }: Pick<LimitFlags, "prices">,
  { cwd, files }: Pick<CliContext, "cwd" | "files">,
): Promise<Config> {
  if (file === undefined) return config;
  const prices = await loadPrices(file, { read: (path) => files.read(resolve(cwd, path)) });
  return { ...config, prices: { ...config.prices, ...prices } };
}
