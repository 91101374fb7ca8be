import type { Config } from "../../src/config/index.ts";
import type { Prices } from "../../src/eval/index.ts";

/** The prices of `flowproof.yml` in the form that runs count with. */
export function pricesOf({ prices }: Config): Prices {
  return Object.fromEntries(
    Object.entries(prices).map(([model, price]) => [
      model,
      {
        input: price.input,
        output: price.output,
        cacheRead: price.cache_read,
        cacheWrite: price.cache_write,
      },
    ]),
  );
}
