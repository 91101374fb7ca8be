import type { GitlabState, TokenRecord } from "../state/index.ts";

/** Who a request says it comes from. */
export type Credentials =
  | { readonly kind: "nobody" }
  | { readonly kind: "token"; readonly token: TokenRecord }
  | { readonly kind: "refused"; readonly reason: "unknown" | "expired" | "revoked" | "blocked" };

/** Finds out whose token a request brings, wherever GitLab takes one from. */
export function authenticate(request: Request, state: GitlabState): Credentials {
  const given = givenToken(request);
  if (given === undefined) return { kind: "nobody" };
  const token = state.tokens.find((each) => each.token === given.text);
  if (token === undefined || (given.isJob && token.kind !== "job")) {
    return { kind: "refused", reason: "unknown" };
  }
  if (token.state !== "active") return { kind: "refused", reason: token.state };
  if (token.expires !== undefined && token.expires <= state.now()) {
    return { kind: "refused", reason: "expired" };
  }
  return token.user.blocked ? { kind: "refused", reason: "blocked" } : { kind: "token", token };
}

function givenToken({
  headers,
  url,
}: Request): { readonly text: string; readonly isJob: boolean } | undefined {
  const job = headers.get("job-token");
  if (job !== null) return { text: job, isJob: true };
  const bearer = /^bearer +(.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  const { searchParams } = new URL(url);
  const text =
    bearer ??
    headers.get("private-token") ??
    searchParams.get("private_token") ??
    searchParams.get("access_token");
  return text === null ? undefined : { text, isJob: false };
}
