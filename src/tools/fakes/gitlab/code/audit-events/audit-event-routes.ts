import type { JsonObject } from "../../../../../core/json.ts";
import { groupOf, projectOf } from "../../core/find-owner.ts";
import { choiceParam, numberParam, pageOf, timeParam } from "../../core/params.ts";
import { badRequest, forbidden } from "../../core/rest.ts";
import type { Owner, RestRequest, Route, World } from "../../core/world.ts";
import { shown } from "../api/shown.ts";
import { auditEventsPart, type AuditEvent } from "./audit-events-part.ts";

const ownFilters = ["created_after", "created_before", "page", "per_page"];

/** Audit events. Those of a project or group are for its owners, those of the instance for administrators. */
export const auditEventRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects/:id/audit_events",
    query: ownFilters,
    answer: (request) => list(request, [projectOf(request, "write")]),
  },
  {
    method: "GET",
    path: "/groups/:id/audit_events",
    query: ownFilters,
    answer: (request) => list(request, [groupOf(request, "write")]),
  },
  {
    method: "GET",
    path: "/audit_events",
    query: [...ownFilters, "entity_type", "entity_id"],
    answer: (request) => {
      const { world } = request;
      if (!world.currentUser.isAdmin) throw forbidden();
      return list(request, [world.instance, ...world.groups, ...world.projects]);
    },
  },
];

const entityTypes = ["User", "Group", "Project", "Gitlab::Audit::InstanceScope"] as const;

const kinds = {
  instance: "Gitlab::Audit::InstanceScope",
  group: "Group",
  project: "Project",
} as const;

/** The events of owners, newest first. */
function list({ query, world }: RestRequest, owners: readonly Owner[]): readonly JsonObject[] {
  const after = timeParam(query, "created_after") ?? -Infinity;
  const before = timeParam(query, "created_before") ?? Infinity;
  const type = choiceParam(query, "entity_type", entityTypes);
  const entity = numberParam(query, "entity_id");
  if (entity !== undefined && type === undefined) throw badRequest("entity_type is missing");
  const events = owners
    .flatMap((owner) =>
      world.part(auditEventsPart, owner).map((event) => show(event, owner, world)),
    )
    .filter(({ created_at: at, entity_type: ofType, entity_id: ofId }) => {
      const ms = Date.parse(shown(at));
      const isOfEntity =
        (type === undefined || ofType === type) && (entity === undefined || ofId === entity);
      return isOfEntity && ms >= after && ms <= before;
    });
  return pageOf(
    events.toSorted((one, other) => Number(other["id"]) - Number(one["id"])),
    query,
  );
}

function show(event: AuditEvent, owner: Owner, world: World): JsonObject {
  const author = world.userNamed(event.author) ?? world.currentUser;
  const type = event.entityType ?? kinds[owner.kind];
  return {
    id: event.id,
    author_id: author.id,
    entity_id: event.entityId ?? owner.id,
    entity_type: type,
    event_name: event.name,
    details: {
      author_name: author.name,
      entity_path: owner.path,
      ...event.details,
    },
    created_at: event.createdAt,
  };
}
