import type { JsonObject } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import { scanSeverities } from "../../../../catalog/scan-words.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { reply, toolException } from "../../core/reply.ts";
import type { World } from "../../core/world.ts";
import { askGraphql, fromGid, graphqlFailure, toGid } from "../api/graphql.ts";
import { shown } from "../api/shown.ts";
import { dismissalReasons } from "./scan-words.ts";
import { saveVulnerability, writableVulnerability } from "./vulnerability-store.ts";
import type { Vulnerability } from "./vulnerability.ts";

/*
 * Results and messages after the service's security.py and severity.py, as public mirrors have them.
 */

const maxComment = 50_000;
const tooLong = "Comment must be 50,000 characters or less";

/** Says that a vulnerability is real. */
export function confirmVulnerability(args: JsonObject, world: World): ToolOutcome {
  const comment = commentOf(args);
  if (isTooLong(comment)) return toolException(tooLong);
  const changed = change(args, world, {
    mutation: "vulnerabilityConfirm",
    comment,
    state: "CONFIRMED",
  });
  if (changed === undefined) return graphqlFailure();
  const { id, state, title, severity, reportType } = changed;
  return reply({
    vulnerability: { id: toGid("Vulnerability", id), state, title, severity, reportType },
    success: true,
    message: "Vulnerability confirmed successfully",
  });
}

/** Says that nobody has to look at a vulnerability again, and why. */
export function dismissVulnerability(args: JsonObject, world: World): ToolOutcome {
  const reason = shown(args["dismissal_reason"]);
  const comment = commentOf(args);
  if (!dismissalReasons.some((each) => each === reason)) {
    const known = dismissalReasons.join(", ");
    return toolException(`Invalid dismissal reason '${reason}'. Must be one of: ${known}`);
  }
  if (isTooLong(comment)) return toolException(tooLong);
  const changed = change(args, world, {
    mutation: "vulnerabilityDismiss",
    comment,
    state: "DISMISSED",
    dismissalReason: reason,
  });
  if (changed === undefined) return graphqlFailure();
  const { id, description, state, dismissedAt, dismissalReason } = changed;
  return reply({
    vulnerability: {
      id: toGid("Vulnerability", id),
      description,
      state,
      dismissedAt,
      dismissalReason,
    },
  });
}

/** Takes back what was decided about a vulnerability. */
export function revertToDetectedVulnerability(args: JsonObject, world: World): ToolOutcome {
  const comment = commentOf(args);
  if (isTooLong(comment)) return toolException(tooLong);
  const mutation = "vulnerabilityRevertToDetected";
  const changed = change(args, world, { mutation, comment, state: "DETECTED" });
  if (changed === undefined) return graphqlFailure();
  const { id, title, state, severity } = changed;
  return reply({
    vulnerability: { id: toGid("Vulnerability", id), title, state, severity },
    success: true,
    message: "Vulnerability reverted to detected successfully",
  });
}

interface StateChange {
  /** The field of GraphQL's mutation. */
  readonly mutation: string;
  readonly comment: string | null;
  readonly state: string;
  readonly dismissalReason?: string;
}

/** Undefined where there is no such vulnerability, or where it may not be changed. */
function change(
  args: JsonObject,
  world: World,
  { mutation, comment, state, dismissalReason }: StateChange,
): Vulnerability | undefined {
  const given = shown(args["vulnerability_id"]);
  askGraphql(world, mutation, {
    vulnerabilityId: toGid("Vulnerability", given),
    comment,
    ...(dismissalReason === undefined ? {} : { dismissalReason }),
  });
  const found = writableVulnerability(world, fromGid("Vulnerability", given));
  if (found === undefined) return undefined;
  const now = world.tick();
  return saveVulnerability(world, found, {
    state,
    comment,
    dismissedAt: state === "DISMISSED" ? now : null,
    dismissalReason: dismissalReason ?? null,
  });
}

/** Gives several vulnerabilities another severity; all of them or none. */
export function updateVulnerabilitySeverity(args: JsonObject, world: World): ToolOutcome {
  const severity = shown(args["severity"]);
  const comment = commentOf(args);
  const given = isJsonArray(args["vulnerability_ids"]) ? args["vulnerability_ids"].map(String) : [];
  if (!scanSeverities.some((each) => each === severity)) {
    const known = scanSeverities.join(", ");
    return toolException(`Invalid severity '${severity}'. Must be one of: ${known}`);
  }
  if (isTooLong(comment)) return toolException(tooLong);
  if (given.length === 0) return toolException("At least one vulnerability ID must be provided");
  if (given.every((id) => id.trim() === "")) {
    return toolException("At least one valid vulnerability ID must be provided");
  }
  const vulnerabilityIds = given.map((id) => toGid("Vulnerability", id));
  askGraphql(world, "vulnerabilitiesSeverityOverride", { vulnerabilityIds, severity, comment });
  const found = given.map((id) => writableVulnerability(world, fromGid("Vulnerability", id)));
  const known = found.filter((each) => each !== undefined);
  if (known.length < found.length) return graphqlFailure();
  world.tick();
  for (const each of known) saveVulnerability(world, each, { severity, comment });
  const count = String(known.length);
  return reply({
    success: true,
    updated_vulnerabilities: known.map(({ vulnerability: { id } }) => ({
      id: toGid("Vulnerability", id),
      severity,
    })),
    message: `Successfully updated severity to ${severity} for ${count} vulnerability(s)`,
  });
}

function commentOf({ comment = null }: JsonObject): string | null {
  return typeof comment === "string" ? comment : null;
}

function isTooLong(comment: string | null): boolean {
  return comment !== null && comment.length > maxComment;
}
