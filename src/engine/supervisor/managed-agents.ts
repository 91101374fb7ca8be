import { type AgentComponent, findComponent } from "../../flow/index.ts";
import type { ComponentSite } from "../components/component-type.ts";
import type { ManagedAgent } from "./supervisor-settings.ts";

/** The agents that a supervisor names. @throws FlowFailure where one of them cannot be managed. */
export function managedAgents(
  component: AgentComponent,
  site: ComponentSite,
): readonly AgentComponent[] {
  return component.subagents.map(({ name, range }) => {
    const managed = findComponent(site.flow, name);
    if (managed?.type === "AgentComponent" && managed.subagents.length === 0) return managed;
    throw site.error(component, `"${component.name}" cannot delegate to "${name}"`, range);
  });
}

/** What a supervisor tells its model of an agent. */
export function managedAgent({ name, description = "" }: AgentComponent): ManagedAgent {
  return { name, description };
}
