import type { JsonObject } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { iidOf } from "../../core/find-owner.ts";
import { requiredText } from "../../core/params.ts";
import { reply } from "../../core/reply.ts";
import { badRequest, forbidden, notFound } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { RestRequest, Route, World } from "../../core/world.ts";
import { bodyOf } from "../api/fetched.ts";
import { shown } from "../api/shown.ts";
import { findVulnerability, saveVulnerability } from "./vulnerability-store.ts";

/** What an analysis says of whether a vulnerability is real. */
export const flagRoutes: readonly Route[] = [
  { method: "POST", path: "/vulnerabilities/:id/flags/ai_detection", answer: postFlag },
];

/** The likelihood is sent in percent, and kept as a share of one, as GraphQL shows it. */
function postFlag(request: RestRequest): JsonObject {
  const { body, world } = request;
  const found = findVulnerability(world, iidOf(request, "id"));
  if (found === undefined) throw notFound();
  if (found.project.access !== "write") throw forbidden();
  const score = body["confidence_score"];
  if (typeof score !== "number") throw badRequest("confidence_score is missing");
  const description = requiredText(body, "description");
  const createdAt = world.tick();
  const id = world.nextId("vulnerability flag");
  const flag = { id, confidence: score / 100, description, createdAt };
  saveVulnerability(world, found, { flag });
  return {
    id,
    flag_type: "false_positive",
    origin: "ai_detection",
    description,
    confidence_score: flag.confidence,
    created_at: createdAt,
  };
}

/** Keeps how likely a SAST finding or a secret is a false positive; both analyses are posted alike. */
export function postFalsePositiveAnalysis(
  args: JsonObject,
  world: World,
  name: string,
): ToolOutcome {
  const { vulnerability_id: id = null, false_positive_likelihood: likelihood = null } = args;
  const path = `/api/v4/vulnerabilities/${shown(id)}/flags/ai_detection`;
  const body = { confidence_score: likelihood, description: args["explanation"] ?? "" };
  const made = bodyOf(send(world, ["POST", path], { body }), name);
  if (!made.ok) return made.outcome;
  return reply({
    status: "success",
    vulnerability_id: id,
    false_positive_likelihood: likelihood,
    response: made.value,
  });
}
