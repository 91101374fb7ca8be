import { FlowFailure } from "../flow-failure.ts";

/** The failure for a part of the runtime that is not built: named, instead of a wrong run. */
export function notSupported(component: { readonly name: string }, what: string): FlowFailure {
  return new FlowFailure(
    "not_supported",
    `component "${component.name}" needs ${what}, which is not supported yet`,
    { component: component.name },
  );
}
