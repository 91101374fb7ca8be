import type { ApiError } from "./api-error.ts";

const path = "/v1/messages";
const versions: ReadonlySet<string> = new Set(["2023-01-01", "2023-06-01", "2026-10-21"]);

/** What the API refuses before it looks at a body: address, key, version. */
export function checkRequest(request: Request): Omit<ApiError, "id"> | undefined {
  if (new URL(request.url).pathname !== path) {
    return { status: 404, type: "not_found_error", message: "Not Found" };
  }
  if (request.method !== "POST") {
    return {
      status: 405,
      type: "invalid_request_error",
      message: "Method Not Allowed",
      headers: { allow: "POST" },
    };
  }
  return checkKey(request.headers) ?? checkVersion(request.headers);
}

function checkKey(headers: Headers): Omit<ApiError, "id"> | undefined {
  const key = headers.get("x-api-key");
  const bearer = headers.get("authorization");
  if (key === null && bearer === null) {
    return unauthorized("x-api-key header is required");
  }
  // Where both are sent, the API reads the first.
  if (key !== null) return key.trim() === "" ? unauthorized("invalid x-api-key") : undefined;
  return /^Bearer\s+\S/i.test(bearer ?? "") ? undefined : unauthorized("Invalid bearer token");
}

function unauthorized(message: string): Omit<ApiError, "id"> {
  return { status: 401, type: "authentication_error", message };
}

function checkVersion(headers: Headers): Omit<ApiError, "id"> | undefined {
  const version = headers.get("anthropic-version");
  if (version !== null && versions.has(version)) return undefined;
  return {
    status: 400,
    type: "invalid_request_error",
    message:
      version === null
        ? "anthropic-version: header is required"
        : `anthropic-version: ${JSON.stringify(version)} is not a valid version`,
  };
}
