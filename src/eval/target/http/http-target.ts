import type { JsonObject, JsonValue } from "../../../core/json.ts";
import type { TargetBase } from "../target-base.ts";
import type { TargetFact } from "../target-fact.ts";
import type { ValuePath } from "../value-at.ts";

/** The value of a header: as it stands, or of a variable of the environment, with a text before it. */
export type HeaderValue =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "env"; readonly name: string; readonly prefix: string };

/** Where a response has the calls of tools. */
export interface CallPaths {
  /** To the list; the other paths begin at its items. */
  readonly at: ValuePath;
  readonly tool: ValuePath;
  readonly args: ValuePath;
  readonly result: ValuePath | undefined;
  readonly isError: ValuePath | undefined;
  /** Whether a response without the list has no calls; otherwise it is not what the suite says. */
  readonly isOptional: boolean;
}

/** Where a response has the tokens of the agent's model. */
export interface UsagePaths {
  readonly input: ValuePath;
  readonly output: ValuePath;
  readonly cacheRead: ValuePath | undefined;
  readonly cacheWrite: ValuePath | undefined;
}

/** How an answer that comes as server-sent events is put together. */
export interface StreamPaths {
  /** To the next part of the answer, in the data of an event; events without it have none. */
  readonly delta: ValuePath;
  /** The event after which the answer is whole: its data, or a value within. */
  readonly done:
    | { readonly type: "data"; readonly data: string }
    | { readonly type: "value"; readonly at: ValuePath; readonly equals: JsonValue };
}

/** An endpoint that answers a user's messages. */
export interface HttpTarget extends TargetBase {
  readonly kind: "http";
  /** Without a query, and without anything secret: messages name it. */
  readonly url: string;
  readonly method: "GET" | "POST" | "PUT";
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, HeaderValue>;
  /** Templates of the query's values. */
  readonly query: Readonly<Record<string, string>>;
  /** A value whose texts are templates; undefined for a request without a body. */
  readonly body: JsonValue | undefined;
  /** Undefined where the answer comes as a stream. */
  readonly answer: ValuePath | undefined;
  readonly stream: StreamPaths | undefined;
  readonly calls: CallPaths | undefined;
  readonly usage: UsagePaths | undefined;
  /** To what names the conversation in later requests, as `{{ thread }}`. */
  readonly thread: ValuePath | undefined;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly tells: ReadonlySet<TargetFact>;
  /** The block as the suite writes it, for the hash of what is run. */
  readonly source: JsonObject;
}
