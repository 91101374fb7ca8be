import type { JsonObject } from "../../../../../core/json.ts";
import { listOf, record, text, whole } from "../../core/schema-words.ts";
import type { Part } from "../../core/world.ts";

/** Something that was done, written down for those who answer for it. */
export interface AuditEvent {
  readonly id: number;
  /** A username. */
  readonly author: string;
  readonly name: string;
  readonly createdAt: string;
  /** What it was done to, where that is not the owner: `User`, `Project`, … */
  readonly entityType: string | undefined;
  readonly entityId: number | undefined;
  readonly details: JsonObject;
}

/** The audit events of the instance, a group or a project. Nothing here adds to them. */
export const auditEventsPart: Part<readonly AuditEvent[], readonly AuditEvent[]> = {
  name: "audit events",
  properties: {
    audit_events: listOf(
      "Audit events.",
      record("An audit event.", {
        id: whole(),
        author: text("A username."),
        name: text("As member_created."),
        created_at: text(),
        entity_type: text(
          "User, Group, Project or Gitlab::Audit::InstanceScope; the owner's kind where nothing else is said.",
        ),
        entity_id: whole("The owner's id where nothing else is said."),
        details: { type: "object", description: "What the event shows beside that." },
      }),
    ),
  },
  read: (block) =>
    block.list("audit_events").map((event) => ({
      id: event.id("audit event"),
      author: event.user("author"),
      name: event.text("name", "audit_operation"),
      createdAt: event.time("created_at"),
      entityType: event.optionalText("entity_type"),
      entityId: event.number("entity_id"),
      details: event.block("details").json,
    })),
  open: (seed) => seed,
  show: (events) => ({
    audit_events: events.map(({ id, author, name, createdAt, entityType, entityId, details }) => ({
      id,
      author,
      name,
      created_at: createdAt,
      ...(entityType === undefined ? {} : { entity_type: entityType }),
      ...(entityId === undefined ? {} : { entity_id: entityId }),
      details,
    })),
  }),
};
