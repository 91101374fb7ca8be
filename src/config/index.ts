export type { Config } from "./config.ts";
export { type ConfigCheck, loadConfig } from "./load-config.ts";
export { loadPrices } from "./load-prices.ts";
