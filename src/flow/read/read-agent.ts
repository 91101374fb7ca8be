import type { AgentComponent } from "../model/agent-component.ts";
import { uiEvents } from "../model/ui-events.ts";
import { type ComponentSource, readPrompting } from "./component-fields.ts";
import { readMaxCycles } from "./read-max-cycles.ts";
import { readSubagents } from "./read-subagents.ts";

export function readAgent(source: ComponentSource): AgentComponent {
  const { node, fields, owner } = source;
  const subagents = readSubagents(node, owner);
  const supervises = subagents.length > 0;
  if (node.source.version === "experimental") fields.flag("enable_web_search", false);
  return {
    type: "AgentComponent",
    ...readPrompting(source, { events: supervises ? uiEvents.supervisor : uiEvents.agent }),
    description: supervises ? undefined : fields.optionalText("description"),
    responseSchemaId: orUndefined(fields.optionalText("response_schema_id")),
    responseSchemaVersion: orUndefined(fields.optionalText("response_schema_version")),
    responseSchemaTracking: fields.flag("response_schema_tracking", false),
    responseSchemaTrackingContext: readTrackingContext(source),
    requireToolApproval: fields.flag("require_tool_approval", false),
    preApprovedTools: fields.texts("pre_approved_tools"),
    maxCycles: readMaxCycles(node, owner),
    maxWrapUpRetries: readMaxWrapUpRetries(source),
    uiRoleAs: supervises
      ? readSupervisorRole(source)
      : fields.choice("ui_role_as", ["agent", "tool"]),
    subagents,
    maxDelegations: supervises ? readMaxDelegations(source) : undefined,
  };
}

/** The service asks whether these are truthy, so that an empty text means none. */
function orUndefined(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}

/** Any text will do here; which are roles is asked when the supervisor becomes a node. */
function readSupervisorRole({ node, fields }: ComponentSource): string {
  return node.child("ui_role_as").exists ? fields.text("ui_role_as") : "agent";
}

/** Experimental agents do not know it. */
function readTrackingContext({ node, fields }: ComponentSource): ReadonlyMap<string, string> {
  const context = node.child("response_schema_tracking_context");
  if (node.source.version === "experimental") return new Map();
  if (context.exists && context.dict === undefined) fields.wrong(context, "a mapping");
  return new Map(
    context.entries().flatMap(({ key, node: entry }) => {
      if (entry.keyKind !== undefined) fields.wrong(entry, "under a name in quotes");
      if (typeof entry.value === "string") return [[key, entry.value] as const];
      fields.wrong(entry, "a text");
      return [];
    }),
  );
}

function readMaxWrapUpRetries({ node, fields, owner }: ComponentSource): number {
  const retries = fields.integer("max_wrap_up_retries", 3);
  if (retries >= 1) return retries;
  const message = `"max_wrap_up_retries" of ${owner} must be at least 1, not ${retries}`;
  node.child("max_wrap_up_retries").report({ rule: "E65", message, hint: "leave it out for 3" });
  return 1;
}

function readMaxDelegations({ node, fields, owner }: ComponentSource): number | undefined {
  if (node.child("subagent_components").exists) {
    const message = `${owner} uses the key "subagent_components", which the service keeps for itself`;
    node.child("subagent_components").reportKey({ rule: "E113", message, hint: "remove it" });
  }
  const delegations = fields.optionalInteger("max_delegations");
  if (delegations === undefined || delegations >= 1) return delegations;
  const message = `"max_delegations" of ${owner} must be at least 1, not ${delegations}`;
  node.child("max_delegations").report({ rule: "E66", message, hint: "leave it out for no limit" });
  return undefined;
}
