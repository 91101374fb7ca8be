import type { JsonObject } from "../../../core/json.ts";
import { json } from "../http/answers.ts";
import { hasRole, type StatusRecord } from "../state/index.ts";
import { paged } from "./paged.ts";
import {
  parametersOf,
  projectOf,
  type RestRequest,
  RestRefusal,
  restError,
  type Route,
  textIn,
} from "./rest-request.ts";

const states: ReadonlySet<string> = new Set([
  "pending",
  "running",
  "success",
  "failed",
  "canceled",
  "skipped",
]);
const maxText = 255;
const shas = /^[0-9a-f]{40}$/;
/** What a status cannot become once more. */
const events: Readonly<Record<string, string>> = { pending: "enqueue", running: "run" };

function statusJson(status: StatusRecord): unknown {
  const { id, sha, name, ref, description, targetUrl, coverage } = status;
  return {
    id,
    sha,
    ref,
    status: status.status,
    name,
    target_url: targetUrl,
    description,
    coverage,
  };
}

function create(request: RestRequest): Response {
  const project = projectOf(request);
  if (!hasRole(request.viewer, project, "developer")) throw restError("403 Forbidden", 403);
  const sha = request.params["sha"] ?? "";
  if (!shas.test(sha)) throw restError("404 Commit Not Found", 404);
  const parameters = parametersOf(request);
  const state = textIn(parameters, "state");
  if (state === undefined) throw new RestRefusal(json({ error: "state is missing" }, 400));
  if (!states.has(state)) {
    throw new RestRefusal(json({ error: "state does not have a valid value" }, 400));
  }
  const name = textIn(parameters, "name") ?? textIn(parameters, "context") ?? "default";
  const ref = textIn(parameters, "ref") ?? null;
  const texts = checkTexts(parameters);
  const known = project.statuses.find(
    (each) => each.sha === sha && each.name === name && each.ref === ref,
  );
  if (known === undefined) {
    const id = request.instance.state.nextId();
    const status: StatusRecord = { id, sha, name, ref, status: state, ...texts };
    project.statuses.push(status);
    return json(statusJson(status), 201);
  }
  const event = events[state];
  if (known.status === state && event !== undefined) {
    throw restError(`Cannot transition status via :${event} from :${state}`, 400);
  }
  Object.assign(known, texts, { status: state });
  return json(statusJson(known), 201);
}

function checkTexts(
  parameters: JsonObject,
): Pick<StatusRecord, "description" | "targetUrl" | "coverage"> {
  const description = textIn(parameters, "description") ?? null;
  const targetUrl = textIn(parameters, "target_url") ?? null;
  const coverage = parameters["coverage"];
  const problems: Record<string, readonly string[]> = {};
  const tooLong = [`is too long (maximum is ${maxText} characters)`];
  if (description !== null && description.length > maxText) problems["description"] = tooLong;
  if (targetUrl !== null && targetUrl.length > maxText) problems["target_url"] = tooLong;
  if (targetUrl !== null && !/^https?:\/\//.test(targetUrl)) {
    problems["target_url"] = ["is blocked: Only allowed schemes are http, https"];
  }
  if (Object.keys(problems).length > 0) throw restError(problems, 400);
  return { description, targetUrl, coverage: typeof coverage === "number" ? coverage : null };
}

/** Statuses of commits. */
export const statusRoutes: readonly Route[] = [
  { method: "POST", path: "projects/:id/statuses/:sha", answer: create },
  {
    method: "GET",
    path: "projects/:id/repository/commits/:sha/statuses",
    answer(request) {
      const { statuses } = projectOf(request);
      const own = statuses.filter(({ sha }) => sha === request.params["sha"]);
      return paged(own.map(statusJson), request);
    },
  },
];
