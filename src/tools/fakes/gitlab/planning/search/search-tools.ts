import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import { encoded } from "../../core/encoded.ts";
import type { ToolHandler } from "../../core/family.ts";
import { plainText } from "../../core/plain-text.ts";
import { pyText, reply, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";

/**
 * The tools that search one scope of a project or group, after duo_workflow_service/tools/search.py. Its
 * mirrors give a failure as `{"error": …}` with the body's text; other tools of the same version raise it.
 */
function searchTool(
  scope: string,
  more: (args: JsonObject) => JsonObject = () => ({}),
): ToolHandler {
  return (args, world) => {
    const type = plainText(args["search_type"] ?? null);
    const path = `/api/v4/${type}/${segment(args["id"] ?? null)}/search`;
    const { search = null, order_by = null, sort = null } = args;
    const query = present({ scope, search, ...more(args), order_by, sort });
    const response = send(world, ["GET", path], { query });
    if (isSuccess(response)) return reply({ search_results: response.body });
    return toolException(pyText(response));
  };
}

/** Models write a path as it is, or encoded. */
function segment(id: JsonValue): string {
  const text = plainText(id);
  return text.includes("/") ? encoded(text) : text;
}

function present(query: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(query).filter(
      ([key, value]) => value !== null && (value !== "" || key === "search"),
    ),
  );
}

/** The service's tools that search what is planned. */
export const searchTools: Readonly<Record<string, ToolHandler>> = {
  gitlab_issue_search: searchTool("issues", ({ confidential = null, state = null }) => ({
    confidential: confidential === null ? null : plainText(confidential),
    state,
  })),
  gitlab_note_search: searchTool("notes"),
  gitlab_milestone_search: searchTool("milestones"),
  gitlab_group_project_search: searchTool("projects"),
  gitlab__user_search: searchTool("users"),
};
