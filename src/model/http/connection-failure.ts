import { isDistrustCode, isTimeoutCode, systemCode } from "../../platform/index.ts";
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
  if (isTimeoutCode(code)) {
    return new ModelError("MODEL_TIMEOUT", `${model}: no answer from ${url}${reason}`, {
      retryable: true,
      cause: error,
    });
  }
  const distrusted = isDistrustCode(code);
  return new ModelError("MODEL_UNREACHABLE", `${model}: no connection to ${url}${reason}`, {
    retryable: !distrusted,
    cause: error,
    hint: distrusted
      ? "the certificate is not trusted; for a private authority set NODE_EXTRA_CA_CERTS before the program starts"
      : "check the network and the base URL",
  });
}
