export { anthropic } from "./anthropic.ts";
export { script } from "./script.ts";
