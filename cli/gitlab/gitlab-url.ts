import type { Config } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import type { CliContext } from "../context.ts";

/**
 * The address of the instance: as given, or for `-` that of flowproof.yml, else of the pipeline's own
 * instance.
 *
 * @throws AppError GITLAB_URL_INVALID where nothing names one
 */
export function gitlabUrl(given: string, { gitlab }: Config, { env }: CliContext): string {
  if (given !== "-") return given;
  const url = gitlab.url ?? env["CI_SERVER_URL"];
  if (url !== undefined && url !== "") return url;
  throw new AppError("GITLAB_URL_INVALID", "no GitLab instance is named", {
    hint: "give its address, or set `gitlab.url` in flowproof.yml",
  });
}
