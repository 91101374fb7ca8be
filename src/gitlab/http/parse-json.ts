import { isDeeper } from "../../core/is-deeper.ts";
import type { JsonValue } from "../../core/json.ts";
import { GitLabError } from "../gitlab-error.ts";
import { titleOf } from "./describe-body.ts";
import type { GitLabRequest, GitLabResponse } from "./exchange.ts";

/** The data of a successful response; what is a page for people, or cut off, is an error. */
export function parseJson(
  request: GitLabRequest,
  { headers, text, url }: GitLabResponse,
): JsonValue {
  const type = headers.get("content-type") ?? "";
  if (type.includes("html") || /^\s*<(?:!doctype|html)/i.test(text)) {
    const title = titleOf(text);
    throw new GitLabError(
      "GITLAB_NOT_JSON",
      `${request.purpose}: ${url} answered with a page${title === "" ? "" : ` ("${title}")`}, not with data`,
      { hint: "check that the address is that of the GitLab instance" },
    );
  }
  const data = parse(text, { request, url });
  if (!isDeeper(data, maxDepth)) return data;
  const message = `${request.purpose}: the response of ${url} is nested more than ${maxDepth} levels deep`;
  throw new GitLabError("GITLAB_RESPONSE_UNREADABLE", message, {
    hint: "no GitLab answers so: check the address of the instance",
  });
}

/** What walks through an answer must not run out of stack. */
const maxDepth = 64;

function parse(text: string, { request, url }: { request: GitLabRequest; url: string }): JsonValue {
  try {
    const data: JsonValue = JSON.parse(text);
    return data;
  } catch (error) {
    const message = `${request.purpose}: the response of ${url} is cut off or no JSON`;
    throw new GitLabError("GITLAB_RESPONSE_UNREADABLE", message, {
      retryable: true,
      cause: error,
      hint: "a proxy on the way cuts responses, or the instance is overloaded: try again later",
    });
  }
}
