import type { ModelClient } from "./chat.ts";
import type { ProviderOptions } from "./model-options.ts";

/** Makes a client for a model of a provider; the name is without the provider. */
type ClientFactory = (name: string, options: ProviderOptions) => ModelClient | Promise<ModelClient>;

/** Somewhere models come from. What it needs is loaded when the first of its models is asked for. */
export interface ModelProvider {
  /** The part of a model's name before the slash. */
  readonly id: string;
  load(): Promise<ClientFactory>;
}
