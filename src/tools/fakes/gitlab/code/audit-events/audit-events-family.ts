import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { encoded } from "../../core/encoded.ts";
import type { Family } from "../../core/family.ts";
import { locateProject } from "../../core/locate.ts";
import { errorReply, reply, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import { shown } from "../api/shown.ts";
import { auditEventRoutes } from "./audit-event-routes.ts";
import { auditEventsPart } from "./audit-events-part.ts";

/** Audit events of a project, a group or the instance; results after the service's audit_events.py. */
export const auditEventsFamily: Family = {
  name: "audit events",
  parts: { instance: [auditEventsPart], group: [auditEventsPart], project: [auditEventsPart] },
  routes: auditEventRoutes,
  tools: {
    list_project_audit_events: listProjectAuditEvents,
    list_group_audit_events: listGroupAuditEvents,
    list_instance_audit_events: listInstanceAuditEvents,
  },
};

function listProjectAuditEvents(args: JsonObject, world: World): ToolOutcome {
  const at = locateProject(args, world);
  if (!at.ok) return toolException(at.message);
  return listEvents(`/api/v4/projects/${at.id}/audit_events`, args, world);
}

function listGroupAuditEvents(args: JsonObject, world: World): ToolOutcome {
  const { group_id: id = null, group_path: path = null } = args;
  const group = id === null || id === 0 ? path : id;
  if (group === null || group === "") {
    return toolException("Either group_id or group_path must be provided");
  }
  const segment = shown(group).includes("/") ? encoded(shown(group)) : shown(group);
  return listEvents(`/api/v4/groups/${segment}/audit_events`, args, world);
}

function listInstanceAuditEvents(args: JsonObject, world: World): ToolOutcome {
  const { entity_type: type = null, entity_id: id = null } = args;
  if (id !== null && type === null) {
    return toolException("entity_id requires entity_type to be specified");
  }
  return listEvents("/api/v4/audit_events", args, world);
}

function listEvents(path: string, args: JsonObject, world: World): ToolOutcome {
  const {
    created_after = null,
    created_before = null,
    entity_type = null,
    entity_id = null,
  } = args;
  const perPage = Number(args["per_page"] ?? 20);
  const isAll = args["fetch_all_pages"] === true;
  const events: JsonValue[] = [];
  for (let page = Number(args["page"] ?? 1); ; page += 1) {
    const filter = { created_after, created_before, entity_type, entity_id };
    const response = send(world, ["GET", path], { query: { ...filter, per_page: perPage, page } });
    if (!isSuccess(response)) return errorReply(messageIn(response.body));
    const batch = isJsonArray(response.body) ? response.body : [];
    events.push(...batch);
    if (isAll && batch.length === perPage) continue;
    const pagination = {
      total_items: events.length,
      total_pages: null,
      current_page: page,
      per_page: perPage,
    };
    return reply({ audit_events: events, pagination });
  }
}

function messageIn(body: JsonValue): string {
  const { message = null, error = null } = isJsonObject(body) ? body : {};
  return shown(message ?? error);
}
