import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { encoded } from "../../core/encoded.ts";
import { textParam } from "../../core/params.ts";
import { pyText, reply, toolException } from "../../core/reply.ts";
import { isSuccess, notFound } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { SearchQuery, World } from "../../core/world.ts";
import { shown } from "../api/shown.ts";
import { parseBlobQuery } from "./blob-query.ts";
import { asProject, repositoryPart } from "./repository-part.ts";

/** Lines around a found one, as the search API shows them. */
const around = 2;

/** Finds files of a project by what is in them; one result for each group of lines. */
export function searchBlobs({ world, owner, text, params }: SearchQuery): readonly JsonValue[] {
  if (owner.kind !== "project") return [];
  const repository = world.part(repositoryPart, owner);
  const ref = textParam(params, "ref") ?? asProject(owner).defaultBranch;
  const commit = repository.resolve(ref);
  if (commit === undefined) {
    if (params["ref"] === undefined || params["ref"] === null) return [];
    throw notFound("Ref");
  }
  const { phrase, takesPath } = parseBlobQuery(text);
  return [...commit.tree]
    .filter(([path]) => takesPath(path))
    .flatMap(([path, content]) =>
      excerpts(content, phrase).map(({ data, start }) => ({
        basename: path.replace(/\.[^./]*$/, ""),
        data,
        path,
        filename: path,
        id: null,
        ref,
        startline: start,
        project_id: owner.id,
      })),
    );
}

interface Excerpt {
  readonly data: string;
  /** 1-based. */
  readonly start: number;
}

function excerpts(content: string, phrase: string): readonly Excerpt[] {
  const lines = content.replace(/\n$/, "").split("\n");
  const found = lines.flatMap((line, index) =>
    line.toLowerCase().includes(phrase) ? [index] : [],
  );
  const ranges: { start: number; end: number }[] = [];
  for (const index of phrase === "" ? [0] : found) {
    const last = ranges.at(-1);
    const start = Math.max(0, index - around);
    const end = Math.min(lines.length, index + around + 1);
    if (last !== undefined && start <= last.end) last.end = end;
    else ranges.push({ start, end });
  }
  return ranges.map(({ start, end }) => ({
    data: `${lines.slice(start, end).join("\n")}\n`,
    start: start + 1,
  }));
}

const badAddress =
  "Invalid api_url. Use '/api/v4/projects/{id}/search', '/api/v4/groups/{id}/search', or '/api/v4/search'. Note: {id} must be a numeric ID or URL-encoded full path.";

/**
 * Searches code, after the service's search.py: a client with advanced search names the endpoint, an older
 * one a project.
 */
export function blobSearch(args: JsonObject, world: World): ToolOutcome {
  const path = searchPath(args);
  if (path === undefined) return toolException(badAddress);
  const { search = "", ref = null, order_by = null, sort = null } = args;
  const isProject = path.includes("/projects/");
  const query = { scope: "blobs", search, ref: isProject ? ref : null, order_by, sort };
  const response = send(world, ["GET", path], { query });
  if (isSuccess(response)) return reply({ search_results: response.body });
  const status = `failed with status ${String(response.status)}: ${pyText(response)}`;
  return toolException(`Advance Blob search request ${status}`);
}

function searchPath(args: JsonObject): string | undefined {
  const { api_url: url = null, id = null, search_type: type = "projects" } = args;
  if (url === null && id !== null) return `/api/v4/${shown(type)}/${encoded(shown(id))}/search`;
  const address = shown(url).replace(/^\/+/, "");
  if (address === "api/v4/search") return "/api/v4/search";
  const isKnown = /^api\/v4\/(projects|groups)\/(?!\.\.?\/)[^/]+\/search$/.test(address);
  return isKnown ? `/${address}` : undefined;
}
