import { isDistrustCode, isTimeoutCode, systemCode } from "../../platform/index.ts";
import { GitLabError } from "../gitlab-error.ts";
import type { Instance } from "../instance.ts";
import type { GitLabRequest } from "./exchange.ts";

/** For who waited in vain. */
export const slowHint =
  "the instance is overloaded, or a proxy or firewall swallows the request: try again later";

/** A request that got no response, or one that broke before its end. */
export function connectionFailure(
  error: unknown,
  request: GitLabRequest,
  instance: Instance,
): GitLabError {
  const code = systemCode(error);
  const reason = code === undefined ? "" : ` (${code})`;
  if (isTimeoutCode(code)) {
    return new GitLabError(
      "GITLAB_TIMEOUT",
      `${request.purpose}: no answer from ${instance.url}${reason}`,
      {
        retryable: true,
        cause: error,
        hint: slowHint,
      },
    );
  }
  if (code === "ERR_INVALID_URL") {
    const message = `${request.purpose}: the address of the proxy is no URL`;
    return new GitLabError("GITLAB_UNREACHABLE", message, {
      cause: error,
      hint: "see HTTPS_PROXY and HTTP_PROXY in the environment",
    });
  }
  const distrusted = isDistrustCode(code);
  return new GitLabError(
    "GITLAB_UNREACHABLE",
    `${request.purpose}: no connection to ${instance.url}${reason}`,
    {
      retryable: !distrusted,
      cause: error,
      hint: distrusted
        ? "the certificate is not trusted; for a private authority set NODE_EXTRA_CA_CERTS before the program starts"
        : "check the network, the address, and HTTPS_PROXY and NO_PROXY",
    },
  );
}
