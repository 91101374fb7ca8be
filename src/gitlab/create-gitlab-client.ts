import type { Clock } from "../core/clock.ts";
import type { JsonObject, JsonValue } from "../core/json.ts";
import type { Random } from "../core/random.ts";
import { checkToken } from "./check-token.ts";
import { askGraphql } from "./graphql/ask-graphql.ts";
import type { GraphqlRequest } from "./graphql/graphql-request.ts";
import type { Connection, GitLabWait, RequestLimits } from "./http/connection.ts";
import type { GitLabRequest, GitLabResponse } from "./http/exchange.ts";
import { parseJson } from "./http/parse-json.ts";
import { send } from "./http/send.ts";
import { type Instance, parseInstance } from "./instance.ts";

export interface GitLabClientOptions {
  /** Address of the instance, as a browser shows it. */
  readonly url: string;
  /** Undefined for what everybody may see. */
  readonly token?: string | undefined;
  readonly allowInsecure?: boolean;
  /** Must not follow redirects by itself, as `pooledFetch` does not. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly limits?: Partial<RequestLimits>;
  readonly onWait?: (wait: GitLabWait) => void;
}

/** Asks one GitLab instance. */
export interface GitLabClient {
  readonly instance: Instance;
  /** The `data` of an operation's answer. @throws GitLabError */
  graphql(request: GraphqlRequest, signal?: AbortSignal): Promise<JsonObject>;
  /** The answer of the REST API, `path` being below `/api/v4`. @throws GitLabError */
  rest(request: GitLabRequest, signal?: AbortSignal): Promise<JsonValue>;
}

const defaultLimits: RequestLimits = { idleMs: 30_000, totalMs: 60_000, maxBytes: 20_000_000 };

/**
 * A client that sends its token to the instance's origin only, reads no more than it can hold, and tries
 * again where that may help.
 *
 * @throws AppError GITLAB_URL_INVALID, GITLAB_URL_INSECURE, GITLAB_TOKEN_INVALID
 */
export function createGitLabClient(options: GitLabClientOptions): GitLabClient {
  const { url, token, allowInsecure = false, fetch, clock, random, limits, onWait } = options;
  const instance = parseInstance(url, { allowInsecure: allowInsecure || token === undefined });
  const connection: Connection = {
    instance,
    fetch,
    token: token === undefined ? undefined : checkToken(token),
    clock,
    random,
    limits: { ...defaultLimits, ...limits },
    onWait,
  };
  return {
    instance,
    graphql: (request, signal) => askGraphql(request, connection, signal),
    async rest(request, signal) {
      const sent = { ...request, path: `/api/v4${request.path}` };
      const idempotent = request.method !== "POST";
      const read = (response: GitLabResponse): JsonValue => parseJson(sent, response);
      return send(sent, connection, { idempotent, signal, read });
    },
  };
}
