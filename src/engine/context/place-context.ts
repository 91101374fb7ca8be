import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import type { NamespaceContext, ProjectContext, RunOptions } from "../run-options.ts";

/** A project with nothing left open. */
interface Project {
  readonly id: number;
  readonly path: string;
  readonly webUrl: string;
  readonly httpUrlToRepo: string;
  readonly defaultBranch: string;
}

/** The namespace of a session with nothing left open. */
export interface Namespace {
  readonly id: number;
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly webUrl: string;
}

/** Where a session happens. */
export interface SessionPlace {
  readonly project: Project | undefined;
  readonly namespace: Namespace | undefined;
}

const instanceUrl = "https://gitlab.example.com";
const hashDigits = 7;
const digitsOnly = /^\d+$/;

/** Completes what the context says of a project and a namespace, the same way every time. */
export function sessionPlace({
  context,
  hash,
}: Pick<RunOptions, "context" | "hash">): SessionPlace {
  const { project, namespace } = context;
  return {
    project: isGiven(project) ? completeProject(asObject(project), hash) : undefined,
    namespace: isGiven(namespace) ? completeNamespace(asObject(namespace), hash) : undefined,
  };
}

/** The namespace as the state holds it. */
export function namespaceDict({ id, name, description, webUrl }: Namespace): PyDict {
  return new Map<string, PyValue>([
    ["id", id],
    ["name", name],
    ["description", description],
    ["web_url", webUrl],
  ]);
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

type GivenPlace = ProjectContext & NamespaceContext;

function asObject(given: string | number | GivenPlace): GivenPlace {
  if (typeof given === "number") return { id: given };
  if (typeof given !== "string") return given;
  return digitsOnly.test(given) ? { id: Number(given) } : { path: given };
}

function completeProject(given: ProjectContext, hash: RunOptions["hash"]): Project {
  const path = given.path ?? pathOfUrl(given.webUrl) ?? `example/project-${given.id ?? 1}`;
  const webUrl = given.webUrl ?? `${instanceUrl}/${path}`;
  return {
    id: given.id ?? idOf(`project ${path}`, hash),
    path,
    webUrl,
    httpUrlToRepo: given.httpUrlToRepo ?? `${webUrl}.git`,
    defaultBranch: given.defaultBranch ?? "main",
  };
}

function completeNamespace(given: NamespaceContext, hash: RunOptions["hash"]): Namespace {
  const path = given.path ?? `example-${given.id ?? 1}`;
  return {
    id: given.id ?? idOf(`namespace ${path}`, hash),
    path,
    name: given.name ?? path.split("/").at(-1) ?? path,
    description: given.description ?? "",
    webUrl: given.webUrl ?? `${instanceUrl}/groups/${path}`,
  };
}

function pathOfUrl(url: string | undefined): string | undefined {
  return url === undefined || !URL.canParse(url) ? undefined : new URL(url).pathname.slice(1);
}

function idOf(text: string, hash: RunOptions["hash"]): number {
  return Number.parseInt(hash(text).slice(0, hashDigits), 16) + 1;
}
