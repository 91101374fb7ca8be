export { createLlmSimulator, type SimulatedFault } from "./llm/create-llm-simulator.ts";
export { type RunningServer, serve } from "./serve.ts";
