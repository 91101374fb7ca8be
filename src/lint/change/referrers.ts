import type { Flow, FlowComponent, FlowRouter, IOKey } from "../../flow/index.ts";

/** Who speaks of a component, said behind `which`: `"helper" reads`. */
export function referrersOf({ components, routers }: Flow, name: string): readonly string[] {
  const others = components.filter((component) => component.name !== name);
  return [
    ...others.flatMap((component) =>
      verbs(component, name).map((verb) => `"${component.name}" ${verb}`),
    ),
    ...routers.flatMap((router) =>
      routerVerbs(router, name).map((verb) => `"${router.from}" ${verb}`),
    ),
  ];
}

function verbs(component: FlowComponent, name: string): readonly string[] {
  const found: string[] = [];
  if (component.inputs.some((input) => reads(input, name))) found.push("reads");
  if (component.type === "HumanInputComponent" && component.sendsResponseTo === name) {
    found.push("sends answers to");
  }
  if (component.type !== "AgentComponent") return found;
  if (component.subagents.some((subagent) => subagent.name === name)) found.push("delegates to");
  const tracked = [...component.responseSchemaTrackingContext.values()];
  if (tracked.some((path) => path.split(":")[1]?.split(".")[0] === name)) found.push("reads");
  return found;
}

function routerVerbs(router: FlowRouter, name: string): readonly string[] {
  if (router.from === name) return [];
  const targets = router.type === "simple" ? [router.to] : router.routes.map(({ to }) => to);
  const found = targets.includes(name) ? ["leads to"] : [];
  if (router.type === "conditional" && reads(router.input, name)) found.push("decides by");
  return found;
}

function reads(input: IOKey, name: string): boolean {
  if (input.target !== "context" && input.target !== "conversation_history") return false;
  return input.path[0] === name;
}
