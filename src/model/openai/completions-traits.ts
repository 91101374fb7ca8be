/** In what servers and models of this interface differ, as far as a request must know. */
export interface CompletionsTraits {
  /** The parameter that limits a reply: OpenAI's newer models refuse the old one, other servers may not know the new one. */
  readonly lengthKey: "max_tokens" | "max_completion_tokens";
  /** Takes `temperature`; OpenAI's reasoning models refuse it. */
  readonly temperature: boolean;
}

/** Names of reasoning models; the chat variants among them take a temperature. */
const reasoning = /^(?:o\d|gpt-(?:[5-9]|\d\d)(?!.*chat))/;

/** What is known of a model, by its name and by whose server it is asked on. */
export function completionsTraits(model: string, baseUrl: string): CompletionsTraits {
  if (!isHostOfOpenAi(new URL(baseUrl).hostname)) {
    return { lengthKey: "max_tokens", temperature: true };
  }
  return { lengthKey: "max_completion_tokens", temperature: !reasoning.test(model) };
}

/** OpenAI's own hosts, and those on which Azure serves its models. */
function isHostOfOpenAi(host: string): boolean {
  return /(?:^|\.)openai\.(?:com|azure\.com)$/.test(host);
}
