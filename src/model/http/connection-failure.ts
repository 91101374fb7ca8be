import { ModelError } from "../model-error.ts";

export interface ConnectionContext {
  /** `provider/name` of the model that was asked. */
  readonly model: string;
  /** Where the request went, without credentials. */
  readonly url: string;
}

/** A request that got no response: no connection, or one that broke before an answer began. */
export function connectionFailure(error: unknown, { model, url }: ConnectionContext): ModelError {
  const code = systemCode(error);
  const reason = code === undefined ? "" : ` (${code})`;
  if (code !== undefined && timeouts.has(code)) {
    return new ModelError("MODEL_TIMEOUT", `${model}: no answer from ${url}${reason}`, {
      retryable: true,
      cause: error,
    });
  }
  const distrusted = code !== undefined && /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code);
  return new ModelError("MODEL_UNREACHABLE", `${model}: no connection to ${url}${reason}`, {
    retryable: !distrusted,
    cause: error,
    hint: distrusted
      ? "the certificate is not trusted; for a private authority set NODE_EXTRA_CA_CERTS before the program starts"
      : "check the network and the base URL",
  });
}

const timeouts: ReadonlySet<string> = new Set([
  "ETIMEDOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
]);

const maxCauses = 10;

/** The first code of the system or of the HTTP client among an error and its causes. */
export function systemCode(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < maxCauses && current instanceof Error; depth += 1) {
    if ("code" in current && typeof current.code === "string") return current.code;
    // Several addresses were tried: the first failure stands for all.
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return undefined;
}

/** Whether a connection was given up because nothing came for too long. */
export function isTimeoutCode(code: string | undefined): boolean {
  return code !== undefined && timeouts.has(code);
}
