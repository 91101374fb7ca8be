import type { FlowComponent } from "../../flow/index.ts";
import type { BuildContext } from "../graph/build-context.ts";
import { isSwitchedOn } from "./is-switched-on.ts";

/**
 * What an experimental flow may not have, beyond what reading it has shown; and notes about what it asks
 * for and nobody gives.
 */
export function checkExperimental(build: BuildContext): void {
  const { flow } = build;
  if (flow.version !== "experimental") return;
  for (const component of flow.components) {
    checkType(component, build);
    noteWebSearch(component, build);
  }
  noteConstraints(build);
}

function checkType(component: FlowComponent, build: BuildContext): void {
  if (component.type !== "OneOffComponent") return;
  const problem = `component "${component.name}" is a ${component.type}, which experimental flows do not have`;
  throw build.error(component, problem);
}

function noteWebSearch({ name, type, at }: FlowComponent, { flow, scope }: BuildContext): void {
  if (type !== "AgentComponent" || !isSwitchedOn(flow, [...at, "enable_web_search"])) return;
  const text = `"${name}" asks for the provider's web search, which is not offered; its prompt is told so`;
  scope.recorder.note(name, "no_effect", text);
}

function noteConstraints({ flow, scope }: BuildContext): void {
  for (const { category, versionConstraint } of flow.inputs) {
    if (versionConstraint === undefined) continue;
    const text = `the constraint ${versionConstraint} on the additional context "${category}" changes nothing in an experimental flow: the last envelope counts`;
    scope.recorder.note("", "no_effect", text);
  }
}
