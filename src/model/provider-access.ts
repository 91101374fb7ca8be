import { AppError } from "../core/errors/app-error.ts";
import { fullName } from "./full-name.ts";
import type { ModelOptions } from "./model-options.ts";

export interface AccessSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Given for this run; goes before the environment's. */
  readonly baseUrl?: string | undefined;
}

/**
 * How to reach the provider of a model, from the SDKs' own variables. A base URL that was given for the run is
 * that of one provider: sent elsewhere, the key of another would fall into wrong hands.
 *
 * @throws AppError MODEL_BASE_URL_INVALID when it is given, and models of a second provider are asked for.
 */
export function providerAccess({
  env,
  baseUrl,
}: AccessSources): (model: string) => NonNullable<ModelOptions["access"]> {
  let owner: string | undefined;
  return (model) => {
    const [provider = ""] = fullName(model).split("/");
    const prefix = prefixes.get(provider);
    if (prefix === undefined) return {};
    if (baseUrl !== undefined) {
      owner ??= provider;
      if (owner !== provider) throw twoProviders([owner, provider]);
    }
    const apiKey = env[`${prefix}_API_KEY`];
    return { [provider]: { apiKey, baseUrl: baseUrl ?? env[`${prefix}_BASE_URL`] } };
  };
}

const prefixes: ReadonlyMap<string, string> = new Map([
  ["anthropic", "ANTHROPIC"],
  ["openai", "OPENAI"],
]);

function twoProviders(providers: readonly string[]): AppError {
  const names = providers.toSorted().join(" and ");
  return new AppError(
    "MODEL_BASE_URL_INVALID",
    `--base-url is the address of one provider, but models of ${names} are named`,
    { hint: "set OPENAI_BASE_URL and ANTHROPIC_BASE_URL instead" },
  );
}
