import type { Flow, FlowComponent, IOKey, NodePath } from "../../flow/index.ts";
import type { StatePath } from "./state.ts";

/** A place where a flow reads its state. */
export interface StateRead extends StatePath {
  /** Begins a message: `component "planner" reads`. */
  readonly what: string;
  /** As written: `context:goal`. */
  readonly from: string;
  readonly optional: boolean;
  /** The component that has run when it is read, or that reads it. */
  readonly component: string;
  /** Whether the component itself has run already. */
  readonly after: boolean;
  readonly at: NodePath;
}

/** Every place where a flow reads its state: inputs, what is tracked with an answer, conditions. */
export function readsOf(flow: Flow): readonly StateRead[] {
  return [
    ...flow.components.flatMap((component) => [...inputsOf(component), ...trackingOf(component)]),
    ...flow.routers.flatMap((router) => {
      if (router.type === "simple") return [];
      const what = `the router from "${router.from}" reads`;
      const place = { what, component: router.from, after: true };
      return readOf(router.input, { ...place, at: [...router.at, "condition", "input"] });
    }),
  ];
}

function inputsOf(component: FlowComponent): readonly StateRead[] {
  const { name, inputs, at } = component;
  return inputs.flatMap((key) => {
    // What a component has without an input of its own is there.
    if (key.at === at) return [];
    const what = `component "${name}" reads`;
    return readOf(key, { what, component: name, after: false, at: key.at });
  });
}

type Place = Pick<StateRead, "what" | "component" | "after" | "at">;

function readOf(key: IOKey, place: Place): readonly StateRead[] {
  if (key.target === undefined) return [];
  const { target, path, from, optional, form } = key;
  const at = form === "mapping" ? [...place.at, "from"] : place.at;
  return [{ ...place, at, target, path, from, optional }];
}

/** A missing value is null there; that a path leads nowhere shows only when the answer is there. */
function trackingOf(component: FlowComponent): readonly StateRead[] {
  if (component.type !== "AgentComponent") return [];
  const { name } = component;
  return [...component.responseSchemaTrackingContext].map(([key, from]) => {
    const colon = from.indexOf(":");
    const target = colon < 0 ? from : from.slice(0, colon);
    const rest = colon < 0 ? "" : from.slice(colon + 1);
    return {
      what: `component "${name}" tracks`,
      from,
      target,
      path: rest === "" ? [] : rest.split("."),
      optional: true,
      component: name,
      after: true,
      at: [...component.at, "response_schema_tracking_context", key],
    };
  });
}
