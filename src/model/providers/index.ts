export { anthropic } from "./anthropic.ts";
export { openai } from "./openai.ts";
export { script } from "./script.ts";
