import type { Clock } from "../../core/clock.ts";
import { AppError } from "../../core/errors/app-error.ts";
import type { CatalogFile } from "./catalog/index.ts";
import {
  createFaultPlan,
  type FaultPlan,
  type FaultSetting,
  type PlannedFault,
} from "./faults/index.ts";
import {
  type GraphqlInstance,
  instanceSchema,
  isOlder,
  parseRelease,
  type Release,
} from "./graphql/index.ts";
import { answerGraphql } from "./http/answer-graphql.ts";
import { json, page, plain } from "./http/answers.ts";
import { authenticate, type Credentials } from "./http/authenticate.ts";
import type { Exchange } from "./http/exchange.ts";
import { createRateLimit, type RateLimit } from "./http/rate-limit.ts";
import { readBody } from "./http/read-body.ts";
import { answerRest } from "./rest/answer-rest.ts";
import { GitlabState, type Viewer } from "./state/index.ts";

export interface GitlabSimulatorOptions {
  /** What `loadCatalog` read, or the same as data. */
  readonly catalog: CatalogFile;
  /** Release to behave like, such as `18.9`; the catalog's, else 19.3, when left out. */
  readonly instanceVersion?: string | undefined;
  readonly faults?: readonly PlannedFault[];
  /** Before each answer. */
  readonly latencyMs?: number;
  readonly clock: Clock;
  /** Larger bodies are refused; 4 MB when left out. */
  readonly maxBodyBytes?: number;
  /** What the Duo Workflow Service says against a flow that is created or changed; nothing when left out. */
  readonly validateFlow?: (definition: string) => readonly string[];
  /** Ends what waits, for whoever stops serving. */
  readonly signal?: AbortSignal;
  /** Told of a defect of ours, which the client sees as a 500. */
  readonly onError?: (error: unknown) => void;
}

/** A request as it came, for tests. Tokens are kept: they are the catalog's own. */
export interface SeenRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Name of the token that it came with, as the catalog calls it. */
  readonly token: string | undefined;
  /** The fault that befell it. */
  readonly fault: string | undefined;
}

/** A GitLab instance as a function of the platform's own request and response. */
export interface GitlabSimulator {
  (request: Request): Promise<Response>;
  /** What it holds; may be changed between two requests. */
  readonly state: GitlabState;
  readonly faults: FaultPlan;
  readonly requests: readonly SeenRequest[];
  readonly release: string;
}

const oldest: Release = [18, 9, 0];
const newest = "19.3.0";
const defaultMaxBodyBytes = 4 * 1024 * 1024;
const defaultRequestsPerMinute = 2000;
/** Requests that are remembered; a server that runs for days must not grow. */
const maxSeen = 10_000;

/**
 * A GitLab instance with a catalog in memory: the GraphQL API of the AI Catalog, and of the REST API what
 * reports go to.
 *
 * @throws AppError SIMULATOR_VERSION_UNSUPPORTED, SIMULATOR_FAULT_UNKNOWN
 */
export function createGitlabSimulator(options: GitlabSimulatorOptions): GitlabSimulator {
  const { catalog, clock } = options;
  const release = supportedRelease(options.instanceVersion ?? catalog.instance?.version ?? newest);
  const world: World = {
    options,
    release,
    schema: instanceSchema(release),
    state: new GitlabState(catalog, clock),
    faults: createFaultPlan(options.faults ?? []),
    limit: createRateLimit(
      catalog.instance?.requests_per_minute ?? defaultRequestsPerMinute,
      clock,
    ),
    seen: [],
  };
  const { state, faults, seen: requests } = world;
  const handle = (request: Request): Promise<Response> => answer(request, world);
  return Object.assign(handle, { state, faults, requests, release: release.join(".") });
}

interface World {
  readonly options: GitlabSimulatorOptions;
  readonly release: Release;
  readonly schema: GraphqlInstance["schema"];
  readonly state: GitlabState;
  readonly faults: FaultPlan;
  readonly limit: RateLimit;
  readonly seen: SeenRequest[];
}

function supportedRelease(text: string): Release {
  const release = parseRelease(text);
  if (release !== undefined && !isOlder(release, oldest)) return release;
  throw new AppError(
    "SIMULATOR_VERSION_UNSUPPORTED",
    `the simulator cannot behave like GitLab ${text}`,
    {
      hint: `give 18.9 or a later release, such as ${newest}`,
    },
  );
}

async function answer(request: Request, world: World): Promise<Response> {
  const { options, state, limit } = world;
  const body = await readBody(request, options.maxBodyBytes ?? defaultMaxBodyBytes);
  if (body === undefined) return plain("Request Entity Too Large", 413);
  const credentials = authenticate(request, state);
  const exchange = exchangeOf(request, { body, credentials }, world);
  const { url, method } = exchange;
  const sleep = (ms: number): Promise<void> => options.clock.sleep(ms, options.signal);
  const usual = async (): Promise<Response> => {
    const user = credentials.kind === "token" ? credentials.token.user.username : undefined;
    const limited = limit.count(user);
    if (limited.exceeded) return plain("Retry later", 429, limited.headers);
    const response = await dispatch(exchange, world);
    for (const [name, value] of Object.entries(limited.headers)) response.headers.set(name, value);
    return response;
  };
  const isGraphql = url.pathname === "/api/graphql";
  const setting: FaultSetting = {
    url,
    isGraphql,
    isWrite: isGraphql ? /\bmutation\b/.test(body) : method !== "GET",
    sleep,
    now: () => options.clock.now(),
    answer: usual,
  };
  const fault = url.pathname.startsWith("/api/") ? world.faults.next(setting) : undefined;
  remember(exchange, fault?.id, world);
  if ((options.latencyMs ?? 0) > 0) await sleep(options.latencyMs ?? 0);
  return fault === undefined ? usual() : fault.spoil(setting);
}

function exchangeOf(
  request: Request,
  { body, credentials }: { readonly body: string; readonly credentials: Credentials },
  { options, release, schema, state }: World,
): Exchange {
  const url = new URL(request.url);
  const token = credentials.kind === "token" ? credentials.token : undefined;
  // Private items could be read by developers only before GitLab 19.
  const readerRole = isOlder(release, [19, 0, 0]) ? "developer" : "guest";
  const viewer: Viewer = { user: token?.user, token, readerRole };
  const host = request.headers.get("host");
  const instance = {
    state,
    release,
    schema,
    url: host === null ? url.origin : `http://${host}`,
    validateFlow: options.validateFlow ?? (() => []),
  };
  const { method, headers } = request;
  return { method, url, headers, body, credentials, viewer, instance, clock: options.clock };
}

async function dispatch(exchange: Exchange, { options }: World): Promise<Response> {
  const { pathname } = exchange.url;
  try {
    if (pathname === "/api/graphql") return await answerGraphql(exchange);
    if (pathname.startsWith("/api/v4/"))
      return answerRest(exchange, pathname.slice("/api/v4/".length));
    if (pathname.startsWith("/api/")) return json({ error: "404 Not Found" }, 404);
    if (pathname === "/users/sign_in") return page("Sign in · GitLab", 200, "Sign in");
    return new Response(null, { status: 302, headers: { location: "/users/sign_in" } });
  } catch (error) {
    options.onError?.(error);
    return json({ errors: [{ message: "Internal server error" }] }, 500);
  }
}

function remember(
  { method, url, headers, body, credentials }: Exchange,
  fault: string | undefined,
  { seen }: World,
): void {
  if (seen.length >= maxSeen) seen.shift();
  seen.push({
    method,
    path: `${url.pathname}${url.search}`,
    headers: Object.fromEntries(headers),
    body,
    token: credentials.kind === "token" ? credentials.token.name : undefined,
    fault,
  });
}
