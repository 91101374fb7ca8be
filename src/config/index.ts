export type { Config } from "./config.ts";
export { loadConfig } from "./load-config.ts";
