import type { ProxySettings } from "../src/platform/index.ts";
import type { CliContext } from "./context.ts";

/** The proxies that the environment names, as other programs read it. */
export function proxiesOf(env: CliContext["env"]): ProxySettings {
  return {
    http: env["http_proxy"] ?? env["HTTP_PROXY"],
    https: env["https_proxy"] ?? env["HTTPS_PROXY"],
    except: env["no_proxy"] ?? env["NO_PROXY"],
  };
}
