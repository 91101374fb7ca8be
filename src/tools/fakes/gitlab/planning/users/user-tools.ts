import { isJsonObject } from "../../../../../core/json.ts";
import type { ToolHandler } from "../../core/family.ts";
import { reply } from "../../core/reply.ts";
import { send } from "../../core/send.ts";

/** Who the agent acts as, after duo_workflow_service/tools/user.py. */
const getCurrentUser: ToolHandler = (_, world) => {
  const { body } = send(world, ["GET", "/api/v4/user"]);
  const user = isJsonObject(body) ? body : {};
  return reply({
    user: {
      user_name: user["username"] ?? null,
      job_title: user["job_title"] ?? null,
      preferred_language: user["preferred_language"] ?? null,
    },
  });
};

/** The service's tool on the user. */
export const userTools: Readonly<Record<string, ToolHandler>> = {
  get_current_user: getCurrentUser,
};
