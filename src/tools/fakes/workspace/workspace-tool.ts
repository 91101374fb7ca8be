import type { JsonObject } from "../../../core/json.ts";
import type { ToolOutcome } from "../../tool-runtime.ts";
import type { WorkspaceSession } from "./workspace-session.ts";

/** A tool of the workspace; undefined for what the fake cannot know. */
export type WorkspaceTool = (
  session: WorkspaceSession,
  args: JsonObject,
) => ToolOutcome | undefined;
