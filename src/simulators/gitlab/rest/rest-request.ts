import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { json } from "../http/answers.ts";
import type { Exchange } from "../http/exchange.ts";
import {
  hasRole,
  mayReadProject,
  type MergeRequestRecord,
  type ProjectRecord,
} from "../state/index.ts";

/** A REST request whose path fits a route. */
export interface RestRequest extends Exchange {
  /** What stands in the path for `:name`. */
  readonly params: Readonly<Record<string, string>>;
}

/** Answers one kind of request. */
export interface Route {
  readonly method: string;
  /** Below `/api/v4/`: `projects/:id`. */
  readonly path: string;
  /** Job tokens may use it too. */
  readonly jobs?: boolean;
  /** Also for tokens that may do nothing but tell whose they are. */
  readonly user?: boolean;
  readonly answer: (request: RestRequest) => Response;
}

/** Thrown by routes for what ends a request. */
export class RestRefusal extends Error {
  readonly response: Response;

  constructor(response: Response) {
    super("refused");
    this.name = new.target.name;
    this.response = response;
  }
}

/** An error with GitLab's usual body. */
export function restError(message: JsonValue, status: number): RestRefusal {
  return new RestRefusal(json({ message }, status));
}

/** The project of the path. @throws RestRefusal */
export function projectOf({ params, instance, viewer }: RestRequest): ProjectRecord {
  const project = instance.state.findProject(params["id"] ?? "");
  if (project !== undefined && mayReadProject(viewer, project)) return project;
  throw restError("404 Project Not Found", 404);
}

/** The merge request of the path. @throws RestRefusal */
export function mergeRequestOf(request: RestRequest): MergeRequestRecord {
  const project = projectOf(request);
  const { params, viewer } = request;
  const found = project.mergeRequests.get(Number(params["iid"]));
  const mayRead = project.visibility === "public" || hasRole(viewer, project, "guest");
  if (found === undefined || !mayRead) throw restError("404 Not found", 404);
  return found;
}

/** The parameters of a request: of its body, in JSON or as a form sends them, and of its address. */
export function parametersOf({ body, headers, url }: Exchange): JsonObject {
  const query = Object.fromEntries(url.searchParams);
  if (body === "") return query;
  if (!(headers.get("content-type") ?? "").includes("json")) {
    return { ...query, ...Object.fromEntries(new URLSearchParams(body)) };
  }
  try {
    const value: JsonValue = JSON.parse(body);
    if (isJsonObject(value)) return { ...query, ...value };
  } catch {
    // Answered below, as is what is no object.
  }
  throw new RestRefusal(json({ error: "Invalid JSON" }, 400));
}

/** A parameter that is a text; undefined where it is not given. */
export function textIn(parameters: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
  return typeof value === "string" ? value : undefined;
}
