import { isJsonObject, type JsonObject } from "../../../../core/json.ts";
import { mayWrite } from "../../state/index.ts";
import type { GraphqlContext, Lazy } from "../context.ts";
import { denied } from "../denied.ts";

/** What a mutation answers beside `clientMutationId` and `errors`. */
export type Result = Readonly<Record<string, unknown>>;

/** What is wrong with what was given, in GitLab's shape: a success whose payload says so. */
class PayloadErrors extends Error {
  readonly messages: readonly string[];

  constructor(messages: readonly string[]) {
    super(messages.join("; "));
    this.name = new.target.name;
    this.messages = messages;
  }
}

/** A field of `Mutation`: needs a token that may write, and answers with `errors`. */
export function mutation(
  change: (input: JsonObject, context: GraphqlContext) => Result,
  refused: Result = {},
): Lazy {
  return ({ input }, context) => {
    if (!mayWrite(context.viewer)) throw denied();
    const given = isJsonObject(input) ? input : {};
    const clientMutationId = given["clientMutationId"] ?? null;
    try {
      return { clientMutationId, errors: [], ...change(given, context) };
    } catch (error) {
      if (!(error instanceof PayloadErrors)) throw error;
      return { clientMutationId, errors: error.messages, ...refused };
    }
  };
}

/** Stops where there is something to say. @throws PayloadErrors */
export function refuse(messages: readonly string[]): void {
  if (messages.length > 0) throw new PayloadErrors(messages);
}

/** A text of an input; undefined where it is not given. */
export function textOf(input: JsonObject, key: string): string | undefined {
  const value = input[key];
  return typeof value === "string" ? value : undefined;
}
