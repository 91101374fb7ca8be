import type { ProxySettings } from "./pooled-fetch.ts";

/** The proxies that an environment names, as other programs read it. */
export function proxiesOf(env: Readonly<Record<string, string | undefined>>): ProxySettings {
  return {
    http: env["http_proxy"] ?? env["HTTP_PROXY"],
    https: env["https_proxy"] ?? env["HTTPS_PROXY"],
    except: env["no_proxy"] ?? env["NO_PROXY"],
  };
}
