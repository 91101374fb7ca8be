import { flowStatus, type FlowStatus } from "../state/flow-status.ts";
import type { GraphNode } from "./graph-node.ts";

/** The two components that every flow has: they set the status and end the run. */
export const terminalNodes: readonly GraphNode[] = [
  terminal("end", flowStatus.completed),
  terminal("abort", flowStatus.error),
];

function terminal(component: string, status: FlowStatus): GraphNode {
  return {
    kind: "work",
    id: terminalId(component),
    component,
    run: () => ({ status }),
    next: () => undefined,
  };
}

export function terminalId(component: string): string {
  return `${component}#terminal`;
}
