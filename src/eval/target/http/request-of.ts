import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { TemplateError } from "../../../flow/index.ts";
import { TargetError } from "../target-error.ts";
import type { HttpTarget } from "./http-target.ts";
import { fillTemplates } from "./template-body.ts";

/** What is sent, ready to be sent again. */
export interface HttpRequest {
  readonly url: string;
  readonly method: HttpTarget["method"];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/**
 * The request of one message.
 *
 * @param keys values of the headers that come from the environment, by the name of the header
 * @throws TargetError for a template that fails on these values
 */
export function requestOf(
  target: HttpTarget,
  keys: ReadonlyMap<string, string>,
  variables: JsonObject,
): HttpRequest {
  const body = target.body === undefined ? undefined : filled(target.body, variables);
  const url = new URL(target.url);
  const query = filled({ ...target.query }, variables);
  for (const [name, value] of Object.entries(isJsonObject(query) ? query : {})) {
    url.searchParams.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  const texts = [...target.headers].flatMap(([name, value]) =>
    value.type === "text" ? [[name, value.text] as const] : [],
  );
  return {
    url: url.href,
    method: target.method,
    headers: {
      accept: target.stream === undefined ? "application/json" : "text/event-stream",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...Object.fromEntries([...texts, ...keys]),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

function filled(value: JsonValue, variables: JsonObject): JsonValue | undefined {
  try {
    return fillTemplates(value, variables);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new TargetError("TARGET_INVALID", `the request cannot be made: ${error.message}`, {
      outcome: "suite_error",
      cause: error,
    });
  }
}
