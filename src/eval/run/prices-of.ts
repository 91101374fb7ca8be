import type { Prices } from "./prices.ts";

/** US dollars for a million tokens, as `flowproof.yml` writes them. */
type WrittenPrices = Readonly<
  Record<
    string,
    {
      readonly input: number;
      readonly output: number;
      readonly cache_read?: number | undefined;
      readonly cache_write?: number | undefined;
    }
  >
>;

/** The prices of `flowproof.yml` in the form that runs count with. */
export function pricesOf({ prices }: { readonly prices: WrittenPrices }): Prices {
  return Object.fromEntries(
    Object.entries(prices).map(([model, { input, output, cache_read, cache_write }]) => [
      model,
      { input, output, cacheRead: cache_read, cacheWrite: cache_write },
    ]),
  );
}
