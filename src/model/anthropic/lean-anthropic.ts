import { Anthropic } from "@anthropic-ai/sdk";

type Sent = Parameters<Anthropic["fetchWithTimeout"]>;

/**
 * The SDK's client for signals that live as long as one request. The SDK's own takes them for long-lived ones: it
 * notes every request in a registry, which keeps a few kilobytes of each until its reply has been collected.
 */
export class LeanAnthropic extends Anthropic {
  override fetchWithTimeout(...[url, init, ms, controller, ...rest]: Sent): Promise<Response> {
    const { signal, ...plain } = init ?? {};
    if (signal?.aborted === true) controller.abort();
    else signal?.addEventListener("abort", () => controller.abort(), { once: true });
    return super.fetchWithTimeout(url, plain, ms, controller, ...rest);
  }
}
