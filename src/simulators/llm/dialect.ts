import type { MessagesBody } from "../../model/index.ts";
import type { ApiError } from "./api-error.ts";
import type { SimulatedMessage } from "./simulated-message.ts";

/** What a request asks for, as far as the answer depends on it. */
export interface AskedFor {
  /** The request as scripts look at it. */
  readonly body: MessagesBody;
  readonly isStreamed: boolean;
  /** The whole answer in one piece. */
  json(message: SimulatedMessage): object;
  /** The answer as server-sent events. */
  events(message: SimulatedMessage): string;
}

export type AskedReading =
  | { readonly ok: true; readonly asked: AskedFor }
  | { readonly ok: false; readonly message: string };

/** One of the interfaces under which a script is served. */
export interface Dialect {
  /** The header in which it numbers requests. */
  readonly requestIdHeader: string;
  /** What it refuses before it looks at a body: address, key, version. */
  refuse(request: Request): Omit<ApiError, "id"> | undefined;
  /** Its own name of an error with a status. */
  errorTypeOf(status: number): string;
  error(error: ApiError): Response;
  read(value: unknown, headers: Headers): AskedReading;
  modelMissing(model: string): Omit<ApiError, "id">;
}
