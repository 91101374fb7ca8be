import { type Flow, inspectFlow } from "../../flow/index.ts";

/**
 * Whether a text is what a monolith seeds for its foundational flows: one component named
 * `foundationalFlow` whose prompt of the same name does not exist. The real flow is in the service.
 */
export function isPlaceholder(text: string): boolean {
  if (!text.includes("foundationalFlow")) return false;
  const { flow } = inspectFlow(text, "");
  return isSeeded(flow);
}

function isSeeded({ components, routers }: Flow): boolean {
  const [only, ...others] = components;
  return only?.name === "foundationalFlow" && others.length === 0 && routers.length === 0;
}
