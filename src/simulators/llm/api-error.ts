export interface ApiError {
  readonly status: number;
  readonly type: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the request. */
  readonly id: string;
}

/** An error as the Messages API answers it. */
export function apiError({ status, type, message, headers = {}, id }: ApiError): Response {
  return Response.json(
    { type: "error", error: { type, message }, request_id: id },
    { status, headers: { ...headers, "request-id": id } },
  );
}

/** The API's name of an error with a status. */
export function errorTypeOf(status: number): string {
  return types[status] ?? (status >= 500 ? "api_error" : "invalid_request_error");
}

const types: Readonly<Record<number, string>> = {
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  504: "timeout_error",
  529: "overloaded_error",
};
