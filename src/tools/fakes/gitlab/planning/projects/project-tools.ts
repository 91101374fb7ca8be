import type { ToolHandler } from "../../core/family.ts";
import { plainText } from "../../core/plain-text.ts";
import { bodyText, reply, requestFailed, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";

/** After duo_workflow_service/tools/project.py: the body as it comes, below no key. */
const getProject: ToolHandler = (args, world) => {
  const path = `/api/v4/projects/${plainText(args["project_id"] ?? null)}`;
  const response = send(world, ["GET", path]);
  return isSuccess(response)
    ? reply(bodyText(response))
    : toolException(requestFailed(path, response));
};

/** The service's tool on projects. */
export const projectTools: Readonly<Record<string, ToolHandler>> = { get_project: getProject };
