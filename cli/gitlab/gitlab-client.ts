import { createGitLabClient, type GitLabClient } from "../../src/gitlab/index.ts";
import { pooledFetch, proxiesOf, systemRandom } from "../../src/platform/index.ts";
import type { CommonFlags } from "../common-options.ts";
import type { CliContext } from "../context.ts";
import { sayNotices } from "../flow/say.ts";

export interface ClientSetting {
  readonly token: string | undefined;
  readonly flags: CommonFlags & { readonly allowInsecure?: boolean; readonly jobs?: number };
  readonly context: CliContext;
}

/** A client of an instance, through the proxies that the environment names. @throws AppError */
export function gitlabClient(url: string, { token, flags, context }: ClientSetting): GitLabClient {
  const { env, clock } = context;
  return createGitLabClient({
    url,
    token,
    allowInsecure: flags.allowInsecure === true,
    fetch: pooledFetch({
      connections: flags.jobs ?? 1,
      proxies: proxiesOf(env),
    }),
    clock,
    random: systemRandom,
    onWait: ({ ms, reason }) => {
      const seconds = Math.ceil(ms / 1000);
      sayNotices([`${reason}; trying again in ${seconds} s`], flags, context);
    },
  });
}
