import { GraphQLError } from "graphql";
import type { GraphqlContext } from "./context.ts";

/** What GitLab says for what does not exist and for what one may not touch. */
export function denied(): GraphQLError {
  return new GraphQLError(
    "The resource that you are attempting to access does not exist or you don't have permission to perform this action",
  );
}

/** Counts what a request may only resolve so often. @throws GraphQLError where it is too often */
export function countResolved(context: GraphqlContext, name: string, limit: number): void {
  const count = (context.resolved.get(name) ?? 0) + 1;
  context.resolved.set(name, count);
  if (count <= limit) return;
  throw new GraphQLError(
    `"${name}" field can be requested only for ${limit} ${limit === 1 ? "object" : "objects"} at a time.`,
  );
}
