import { AppError } from "../core/errors/app-error.ts";

/** A GitLab instance, free of secrets. */
export interface Instance {
  /** As a browser shows it, without a slash at its end; with the path that the instance lies below. */
  readonly url: string;
  readonly origin: string;
}

export interface InstanceOptions {
  /** Send a token over http to any host. */
  readonly allowInsecure?: boolean;
}

/**
 * Reads the address of a GitLab instance.
 *
 * @throws AppError GITLAB_URL_INVALID or GITLAB_URL_INSECURE, which never repeats credentials in it.
 */
export function parseInstance(text: string, options: InstanceOptions = {}): Instance {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["http:", "https:"].includes(url.protocol)) {
    throw new AppError("GITLAB_URL_INVALID", "the GitLab address is not an http or https URL", {
      hint: "for example https://gitlab.com",
    });
  }
  if (url.username !== "" || url.password !== "") {
    const message = `the GitLab address of ${url.host} holds a user name or a password`;
    throw new AppError("GITLAB_URL_INVALID", message, {
      hint: "give the token apart from the address",
    });
  }
  if (url.search !== "" || url.hash !== "") {
    const message = `the GitLab address of ${url.host} has a ? or # part`;
    throw new AppError("GITLAB_URL_INVALID", message, {
      hint: "give the address of the start page",
    });
  }
  if (url.protocol === "http:" && options.allowInsecure !== true && !staysNear(url.hostname)) {
    const message = `a token would be sent to ${url.host} over http, which others can read`;
    throw new AppError("GITLAB_URL_INSECURE", message, {
      hint: `use https://${url.host}, or --allow-insecure where the network is trusted`,
    });
  }
  return { url: `${url.origin}${url.pathname}`.replace(/\/+$/, ""), origin: url.origin };
}

/** Hosts that no packet leaves the machine for, by the standards that keep their names apart. */
export function staysNear(host: string): boolean {
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host.endsWith(".test") ||
    host === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(host)
  );
}
