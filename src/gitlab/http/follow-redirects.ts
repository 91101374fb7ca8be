import { GitLabError } from "../gitlab-error.ts";
import type { Instance } from "../instance.ts";

const maxHops = 3;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Sends to an address and gives the response as it is, redirect or not. */
export type SendTo = (url: string) => Promise<Response>;

/**
 * Follows redirects by hand, within the origin of the instance and never to a page for signing in: the
 * token would go where the redirect points.
 */
export async function followRedirects(
  start: string,
  instance: Instance,
  send: SendTo,
): Promise<Response> {
  let url = start;
  for (let hop = 0; hop <= maxHops; hop += 1) {
    const response = await send(url);
    if (!redirects.has(response.status)) return response;
    await response.body?.cancel();
    url = nextUrl(url, response.headers.get("location"), instance);
  }
  throw new GitLabError(
    "GITLAB_REDIRECTED",
    `${instance.url} redirects more than ${maxHops} times`,
    { hint: "check that the address is that of the GitLab instance, as a browser shows it" },
  );
}

function nextUrl(from: string, location: string | null, instance: Instance): string {
  const target =
    location !== null && URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (target === undefined) {
    throw new GitLabError("GITLAB_REDIRECTED", `${instance.url} redirects to nowhere`, {
      hint: "a proxy on the way is set up wrongly, or the address is not that of a GitLab instance",
    });
  }
  if (target.origin !== instance.origin) {
    const shown = `${target.protocol}//${target.host}`;
    throw new GitLabError(
      "GITLAB_REDIRECTED",
      `${instance.url} sends on to another server, ${shown}, which gets no token`,
      { hint: `if that is the instance, give its address: ${shown}` },
    );
  }
  if (/\/users\/sign_in(?:\/|$)/.test(target.pathname)) {
    throw new GitLabError("GITLAB_NOT_JSON", `${instance.url} asks to sign in`, {
      hint: "check the address of the instance; below it /api must answer",
    });
  }
  return target.href;
}
