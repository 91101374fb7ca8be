import { type AttemptTimer, startAttemptTimer } from "../../platform/index.ts";
import { GitLabError } from "../gitlab-error.ts";
import { connectionFailure, slowHint } from "./connection-failure.ts";
import type { Connection } from "./connection.ts";
import type { GitLabRequest, GitLabResponse } from "./exchange.ts";
import { followRedirects } from "./follow-redirects.ts";
import { readText } from "./read-text.ts";
import { responseFailure } from "./response-failure.ts";

/** One attempt. @throws GitLabError for everything but a success. */
export async function sendOnce(
  request: GitLabRequest,
  connection: Connection,
  signal?: AbortSignal,
): Promise<GitLabResponse> {
  const { instance, limits, clock } = connection;
  const timer = startAttemptTimer({ idleMs: limits.idleMs, totalMs: limits.totalMs }, signal);
  try {
    const response = await receive(request, connection, timer);
    const failure = responseFailure(request, response, clock.now());
    if (failure !== undefined) throw failure;
    return response;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof GitLabError) throw error;
    if (timer.expired !== undefined) {
      const seconds = Math.round(timer.expired / 1000);
      const message = `${request.purpose}: ${instance.url} did not answer within ${seconds} s`;
      throw new GitLabError("GITLAB_TIMEOUT", message, {
        retryable: true,
        cause: error,
        hint: slowHint,
      });
    }
    throw connectionFailure(error, request, instance);
  } finally {
    timer.stop();
  }
}

async function receive(
  request: GitLabRequest,
  { instance, fetch, token, limits }: Connection,
  timer: AttemptTimer,
): Promise<GitLabResponse> {
  const { method, path, body } = request;
  const headers = {
    accept: "application/json",
    ...(body !== undefined && { "content-type": "application/json" }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const init = {
    method,
    headers,
    signal: timer.signal,
    redirect: "manual",
    ...(body !== undefined && { body }),
  } as const;
  const response = await followRedirects(`${instance.url}${path}`, instance, (url) =>
    fetch(url, init),
  );
  const text = await readText(response, limits.maxBytes, () => timer.touch());
  return {
    status: response.status,
    headers: response.headers,
    text,
    url: `${instance.url}${path}`,
  };
}
