import type { ModelClient, Usage } from "../../model/index.ts";

/** US dollars for a million tokens. */
interface ModelPrice {
  readonly input: number;
  readonly output: number;
  /** Where it is not given: Anthropic's a tenth of input, others' as input. */
  readonly cacheRead?: number | undefined;
  /** Where it is not given: Anthropic's five quarters of input, others' as input. */
  readonly cacheWrite?: number | undefined;
}

/** Prices by name of the model, with or without its provider. */
export type Prices = Readonly<Record<string, ModelPrice>>;

/** Of the price of input, for the marks that are set here: they last five minutes. */
const anthropicShares = { read: 0.1, write: 1.25 } as const;
const million = 1_000_000;

/** What tokens cost; null where the price is not known. Scripts and replays cost nothing. */
export function costOf(
  usage: Usage,
  client: Pick<ModelClient, "id" | "kind">,
  prices: Prices,
): number | null {
  if (client.kind !== "live" || isNothing(usage)) return 0;
  const price = priceOf(client.id, prices);
  if (price === undefined) return null;
  const usual = client.id.startsWith("anthropic/") ? anthropicShares : { read: 1, write: 1 };
  const { input, output, cacheRead = input * usual.read, cacheWrite = input * usual.write } = price;
  return (
    (usage.inputTokens * input +
      usage.outputTokens * output +
      usage.cacheReadTokens * cacheRead +
      usage.cacheWriteTokens * cacheWrite) /
    million
  );
}

/** The sum, or null where one of both is not known. */
export function addCosts(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function priceOf(id: string, prices: Prices): ModelPrice | undefined {
  const bare = id.slice(id.indexOf("/") + 1);
  const key = [id, bare].find((name) => Object.hasOwn(prices, name));
  return key === undefined ? undefined : prices[key];
}

function isNothing(usage: Usage): boolean {
  return Object.values(usage).every((tokens) => tokens === 0);
}
