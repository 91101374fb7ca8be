import { json } from "../http/answers.ts";
import {
  mergeRequestOf,
  projectOf,
  type RestRequest,
  restError,
  type Route,
} from "./rest-request.ts";

function version({ instance, viewer }: RestRequest): Response {
  if (viewer.user === undefined) throw restError("401 Unauthorized", 401);
  return json({ version: instance.release.join("."), revision: "simulated", enterprise: true });
}

function user({ viewer }: RestRequest): Response {
  const { user: who } = viewer;
  if (who === undefined) throw restError("401 Unauthorized", 401);
  const { id, username, name, bot } = who;
  return json({ id, username, name, state: "active", bot });
}

function ownToken({ credentials, instance }: RestRequest): Response {
  if (credentials.kind !== "token") throw restError("401 Unauthorized", 401);
  const { token } = credentials;
  return json({
    id: instance.state.tokens.indexOf(token) + 1,
    name: token.name,
    revoked: false,
    active: true,
    scopes: token.scopes,
    user_id: token.user.id,
    expires_at: token.expires?.slice(0, 10) ?? null,
  });
}

function project(request: RestRequest): Response {
  const { id, name, path, description, visibility, archived } = projectOf(request);
  return json({
    id,
    name,
    description,
    path: path.split("/").at(-1),
    path_with_namespace: path,
    visibility,
    archived,
    web_url: `${request.instance.url}/${path}`,
  });
}

function mergeRequest(request: RestRequest): Response {
  const { id, iid, title, sha } = mergeRequestOf(request);
  const { id: projectId, path } = projectOf(request);
  return json({
    id,
    iid,
    project_id: projectId,
    title,
    state: "opened",
    sha: sha ?? null,
    web_url: `${request.instance.url}/${path}/-/merge_requests/${iid}`,
  });
}

/** The instance, who asks it, and its projects. */
export const instanceRoutes: readonly Route[] = [
  { method: "GET", path: "version", answer: version },
  { method: "GET", path: "metadata", answer: version },
  { method: "GET", path: "user", user: true, answer: user },
  { method: "GET", path: "personal_access_tokens/self", user: true, answer: ownToken },
  { method: "GET", path: "projects/:id", answer: project },
  {
    method: "GET",
    path: "projects/:id/merge_requests/:iid",
    jobs: true,
    answer: mergeRequest,
  },
];
