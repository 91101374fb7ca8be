import type { JsonObject } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { encoded } from "../../core/encoded.ts";
import { pyText, reply, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import { shown } from "./shown.ts";

/** A tool that searches one scope of a project or group, after the service's search.py; a ref counts for projects only. */
export function searchWith(scope: string, args: JsonObject, world: World): ToolOutcome {
  const { id = "", search = "", search_type: type = "projects" } = args;
  const { ref = null, order_by = null, sort = null } = args;
  const path = `/api/v4/${shown(type)}/${segment(shown(id))}/search`;
  const query = { scope, search, ref: type === "projects" ? ref : null, order_by, sort };
  const response = send(world, ["GET", path], { query });
  if (isSuccess(response)) return reply({ search_results: response.body });
  return toolException(pyText(response));
}

/** Models write a path as it is or encoded. */
function segment(id: string): string {
  return id.includes("/") ? encoded(id) : id;
}
