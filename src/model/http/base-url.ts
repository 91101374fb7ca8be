import { AppError } from "../../core/errors/app-error.ts";

/** Where requests of a provider go. */
export interface BaseUrl {
  /** Without a slash at its end, and free of secrets. */
  readonly url: string;
  /** Whether it stays on this machine. */
  readonly isLoopback: boolean;
}

/**
 * Checks a base URL before anything is sent to it.
 *
 * @throws AppError MODEL_BASE_URL_INVALID, which never repeats credentials in the URL.
 */
export function parseBaseUrl(text: string): BaseUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new AppError("MODEL_BASE_URL_INVALID", "the base URL is not an http or https address", {
      hint: "for example https://api.anthropic.com or http://127.0.0.1:4010",
    });
  }
  if (url.username !== "" || url.password !== "") {
    throw new AppError("MODEL_BASE_URL_INVALID", `the base URL of ${url.host} holds a password`, {
      hint: "give the key in the variable for keys, and the base URL without user and password",
    });
  }
  if (url.search !== "" || url.hash !== "") {
    throw new AppError("MODEL_BASE_URL_INVALID", `the base URL of ${url.host} has a ? or # part`, {
      hint: "paths are appended to it: end it with the host or a path",
    });
  }
  return {
    url: `${url.origin}${url.pathname}`.replace(/\/+$/, ""),
    isLoopback: isLoopbackHost(url.hostname),
  };
}

/** The parser has already brought all spellings of an address into one. */
function isLoopbackHost(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
