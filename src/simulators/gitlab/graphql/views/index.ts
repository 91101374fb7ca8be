import type { Views } from "../context.ts";
import { consumerView } from "./consumer-view.ts";
import { itemView } from "./item-view.ts";
import { projectView } from "./project-view.ts";
import {
  foundationalAgentView,
  groupView,
  noteView,
  toolView,
  triggerView,
  userView,
} from "./small-views.ts";
import { versionView } from "./version-view.ts";

/** How each kind of record is shown. */
export const views: Views = {
  consumer: consumerView,
  foundationalAgent: foundationalAgentView,
  group: groupView,
  item: itemView,
  note: noteView,
  project: projectView,
  tool: toolView,
  trigger: triggerView,
  user: userView,
  version: versionView,
};
