import { AppError } from "../../src/core/errors/app-error.ts";
import type { CliContext } from "../context.ts";

const variables = ["GITLAB_TOKEN", "GITLAB_API_TOKEN"] as const;

/**
 * The token: as given, or for `-` that of the environment.
 *
 * @throws AppError GITLAB_TOKEN_MISSING where one is needed and there is none
 */
export function gitlabToken(
  given: string,
  env: CliContext["env"],
  { needed }: { readonly needed: true },
): string;
export function gitlabToken(
  given: string,
  env: CliContext["env"],
  { needed }: { readonly needed: boolean },
): string | undefined;
export function gitlabToken(
  given: string,
  env: CliContext["env"],
  { needed }: { readonly needed: boolean },
): string | undefined {
  if (given !== "-" && given !== "") return given;
  const name = variables.find((each) => (env[each] ?? "") !== "");
  if (name !== undefined) return env[name];
  if (!needed) return undefined;
  throw new AppError("GITLAB_TOKEN_MISSING", "there is no token for the GitLab instance", {
    hint: `set ${variables.join(" or ")}; an access token with the scope read_api reads, api also creates`,
  });
}
