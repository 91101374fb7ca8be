import type { JsonObject } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { toolException } from "../../core/reply.ts";
import type { World } from "../../core/world.ts";

/** Writes a GraphQL request down: its field or its operation, and its variables. The query itself says no more. */
export function askGraphql(world: World, operationName: string, variables: JsonObject): void {
  world.request("POST", "/api/graphql", { operationName, variables });
}

/** GitLab's words for what is not there and for what may not be done: it does not tell them apart. */
const hidden =
  "The resource that you are attempting to access does not exist or you don't have permission to perform this action";

/** A tool that GraphQL answered with errors. */
export function graphqlFailure(message: string = hidden): ToolOutcome {
  return toolException(`GraphQL errors: ${message}`);
}

/** `gid://gitlab/Issue/7` of 7, and of itself. */
export function toGid(kind: string, id: number | string): string {
  const prefix = `gid://gitlab/${kind}/`;
  return String(id).startsWith(prefix) ? String(id) : `${prefix}${String(id)}`;
}

/** The number in a global id, or in a text of digits. */
export function fromGid(kind: string, id: string): number | undefined {
  const prefix = `gid://gitlab/${kind}/`;
  const digits = id.startsWith(prefix) ? id.slice(prefix.length) : id;
  return /^[0-9]{1,15}$/.test(digits) ? Number(digits) : undefined;
}
