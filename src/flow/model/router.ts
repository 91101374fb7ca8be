import type { IOKey } from "./io-key.ts";
import type { Located } from "./located.ts";

/** One line of a conditional router. */
export interface Route extends Located {
  /** The key as text: `True` for an unquoted `true`, as the service would print it. */
  readonly key: string;
  /** False for a key that is not a string, which never equals a value. */
  readonly matches: boolean;
  readonly to: string;
}

/** Always goes to the same component. */
export interface SimpleRouter extends Located {
  readonly type: "simple";
  readonly from: string;
  readonly to: string;
}

/** Goes where the text of a state value says; `default_route` is the key for everything else. */
export interface ConditionalRouter extends Located {
  readonly type: "conditional";
  readonly from: string;
  readonly input: IOKey;
  readonly routes: readonly Route[];
}

/** What follows a component. */
export type FlowRouter = SimpleRouter | ConditionalRouter;

/** The route key that answers when no other does. */
export const defaultRoute = "default_route";
