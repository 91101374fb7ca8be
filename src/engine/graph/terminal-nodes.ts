import type { Flow } from "../../flow/index.ts";
import { flowStatus, type FlowStatus } from "../state/flow-status.ts";
import type { GraphNode } from "./graph-node.ts";

const end = terminal("end", flowStatus.completed);
const abort = terminal("abort", flowStatus.error);

/** The components that a flow has without writing them: they set the status and end the run. */
export function terminalNodes(version: Flow["version"]): readonly GraphNode[] {
  return version === "v1" ? [end, abort] : [end];
}

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
