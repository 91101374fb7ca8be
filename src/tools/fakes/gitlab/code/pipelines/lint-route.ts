import type { JsonObject } from "../../../../../core/json.ts";
import { projectOf } from "../../core/find-owner.ts";
import { requiredText } from "../../core/params.ts";
import { RestError } from "../../core/rest.ts";
import type { RestRequest, Route } from "../../core/world.ts";
import { lintRuleFor } from "./lint-rule-for.ts";
import { pipelinesPart } from "./pipelines-part.ts";

/** The check of a CI/CD configuration. */
export const lintRoute: Route = {
  method: "POST",
  path: "/projects/:id/ci/lint",
  answer: lint,
};

function lint(request: RestRequest): JsonObject {
  const { body, world } = request;
  const project = projectOf(request);
  const content = requiredText(body, "content");
  const rule = lintRuleFor(world.part(pipelinesPart, project), content, body["ref"] ?? null);
  if (rule === undefined) throw new RestError(404, { error: "404 Not Found" });
  const { valid, errors, warnings } = rule;
  return { valid, errors, warnings, merged_yaml: valid ? content : null, includes: [] };
}
