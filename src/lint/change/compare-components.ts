import { type Flow, type FlowComponent, type FlowRouter, findComponent } from "../../flow/index.ts";
import { type ComponentPair, compareOutputs } from "./compare-outputs.ts";
import type { FlowDifference } from "./flow-difference.ts";
import { referrersOf } from "./referrers.ts";

/** The parts of a flow: which are gone, which are new, and what the others can do. */
export function compareComponents(before: Flow, after: Flow): readonly FlowDifference[] {
  const pairs = pairsOf(before, after);
  const kept = new Set(pairs.map((pair) => pair.before));
  const known = new Set(pairs.map((pair) => pair.after));
  return [
    ...pairs.flatMap((pair) => [
      ...compareOutputs([before, after], pair, isFinal(before, pair.before)),
      ...compareTools(pair),
    ]),
    ...before.components.filter((each) => !kept.has(each)).map((each) => gone(before, each)),
    ...after.components
      .filter((each) => !known.has(each))
      .map(({ name, at }): FlowDifference => {
        return { step: "minor", message: `component "${name}" is new`, at };
      }),
  ];
}

/** Nobody calls the one agent of a chat by its name. */
function pairsOf(before: Flow, after: Flow): readonly ComponentPair[] {
  const [[old, ...more], [now, ...others]] = [before.components, after.components];
  const isChat = [before, after].every(({ environment }) => environment === "chat-partial");
  if (isChat && old !== undefined && now !== undefined && more.length + others.length === 0) {
    return [{ before: old, after: now }];
  }
  return before.components.flatMap((component) => {
    const other = findComponent(after, component.name);
    return other === undefined ? [] : [{ before: component, after: other }];
  });
}

function gone(flow: Flow, component: FlowComponent): FlowDifference {
  const { name } = component;
  const at = ["components"];
  const [referrer] = referrersOf(flow, name);
  if (referrer !== undefined) {
    const message = `component "${name}" is gone, which ${referrer}`;
    return { step: "major", message, at };
  }
  if (isFinal(flow, component)) {
    return { step: "major", message: `component "${name}" is gone, which gave the answer`, at };
  }
  return { step: "patch", message: `component "${name}" is gone`, at };
}

/** Whether a flow may end with a component. */
function isFinal({ environment, routers }: Flow, { name }: FlowComponent): boolean {
  if (environment === "chat-partial") return true;
  return routers.some((router) => router.from === name && targetsOf(router).includes("end"));
}

function targetsOf(router: FlowRouter): readonly string[] {
  return router.type === "simple" ? [router.to] : router.routes.map(({ to }) => to);
}

/** What an agent can do. Which tool a step calls is how it does its work. */
function compareTools({ before, after }: ComponentPair): readonly FlowDifference[] {
  if (after.type === "DeterministicStepComponent") return [];
  const old = new Set(before.toolset.map(({ tool }) => tool));
  const now = new Set(after.toolset.map(({ tool }) => tool));
  const { name, at } = after;
  return [
    ...after.toolset.flatMap((entry): FlowDifference[] => {
      if (old.has(entry.tool)) return [];
      const message = `tool ${entry.tool} of component "${name}" is new`;
      return [{ step: "minor", message, at: entry.at }];
    }),
    ...[...old].flatMap((tool): FlowDifference[] => {
      if (now.has(tool)) return [];
      const message = `tool ${tool} of component "${name}" is gone`;
      return [{ step: "patch", message, at: [...at, "toolset"] }];
    }),
  ];
}
