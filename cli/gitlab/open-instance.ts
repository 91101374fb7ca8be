import { type Config, loadConfig } from "../../src/config/index.ts";
import type { GitLabClient } from "../../src/gitlab/index.ts";
import type { CommonFlags } from "../common-options.ts";
import type { CliContext } from "../context.ts";
import { gitlabClient } from "./gitlab-client.ts";
import { gitlabToken } from "./gitlab-token.ts";
import { gitlabUrl } from "./gitlab-url.ts";

/** An instance, asked with the token of the environment. */
export interface OpenInstance {
  readonly client: GitLabClient;
  readonly config: Config;
}

type Flags = CommonFlags & { readonly url: string; readonly allowInsecure?: boolean };

/** The instance that the flags or flowproof.yml name. @throws AppError */
export async function openInstance(
  flags: Flags,
  context: CliContext,
  { needsToken }: { readonly needsToken: boolean },
): Promise<OpenInstance> {
  const token = gitlabToken("-", context.env, { needed: needsToken });
  if (token !== undefined) context.hide?.(token);
  const config = await loadConfig(context.cwd, context.files);
  const client = gitlabClient(gitlabUrl(flags.url, config, context), { token, flags, context });
  return { client, config };
}
