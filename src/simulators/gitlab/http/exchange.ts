import type { Clock } from "../../../core/clock.ts";
import type { GraphqlInstance } from "../graphql/index.ts";
import type { Viewer } from "../state/index.ts";
import type { Credentials } from "./authenticate.ts";

/** A request that is being answered. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
  readonly credentials: Credentials;
  readonly viewer: Viewer;
  readonly instance: GraphqlInstance;
  readonly clock: Clock;
}
