import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { executeOperation, isMutation, type SentOperation } from "../graphql/index.ts";
import { graphqlError, json } from "./answers.ts";
import type { Exchange } from "./exchange.ts";

/** Characters, of all queries of a request together. */
const maxQuery = 10_000;
const maxOperations = 20;
/** Of values in values. */
const maxDepth = 64;

/** `/api/graphql`. */
export async function answerGraphql(exchange: Exchange): Promise<Response> {
  const { method, credentials, viewer, instance } = exchange;
  if (method !== "POST" && method !== "GET") return graphqlError("Not found!", 404);
  if (credentials.kind === "refused") {
    return credentials.reason === "blocked"
      ? graphqlError("API not accessible for user", 403)
      : graphqlError("Invalid token", 401);
  }
  if (credentials.kind === "token" && !mayAsk(credentials.token)) {
    return graphqlError("Invalid token", 401);
  }
  const sent = method === "POST" ? readSent(exchange.body) : readQuery(exchange.url);
  if (typeof sent === "string") return graphqlError(sent, 422);
  const size = sent.operations.reduce((sum, { query }) => sum + query.length, 0);
  if (size > maxQuery) return graphqlError("Query too large", 422);
  if (method === "GET" && sent.operations.some(isMutation)) {
    return graphqlError("Mutations are forbidden in GET requests", 422);
  }
  const answers: unknown[] = [];
  for (const operation of sent.operations) {
    answers.push(await executeOperation(operation, viewer, instance));
  }
  return json(sent.isMultiplex ? answers : answers[0]);
}

function mayAsk({
  kind,
  scopes,
}: {
  readonly kind: string;
  readonly scopes: readonly string[];
}): boolean {
  return kind !== "job" && (scopes.includes("read_api") || scopes.includes("api"));
}

interface Sent {
  readonly isMultiplex: boolean;
  readonly operations: readonly SentOperation[];
}

/** What a body holds, or what is wrong with it. */
function readSent(body: string): Sent | string {
  let value: JsonValue;
  try {
    value = JSON.parse(body === "" ? "{}" : body);
  } catch {
    return "Unexpected end of document";
  }
  if (isDeeper(value, maxDepth)) return "Variables are nested too deeply";
  const isMultiplex = Array.isArray(value);
  const operations: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  if (operations.length > maxOperations) return "Multiplex queries are too many";
  const read: SentOperation[] = [];
  for (const each of operations) {
    const operation = isJsonObject(each) ? readOperation(each) : "Unexpected parameter";
    if (typeof operation === "string") return operation;
    read.push(operation);
  }
  return { isMultiplex, operations: read };
}

function readQuery({ searchParams }: URL): Sent | string {
  const [query, variables, name] = ["query", "variables", "operationName"].map((key) =>
    searchParams.get(key),
  );
  const operation = readOperation({
    query: query ?? "",
    variables: variables ?? null,
    operationName: name ?? null,
  });
  return typeof operation === "string"
    ? operation
    : { isMultiplex: false, operations: [operation] };
}

function readOperation({
  query,
  variables = null,
  operationName,
}: JsonObject): SentOperation | string {
  const given = typeof variables === "string" ? parsedVariables(variables) : (variables ?? {});
  if (!isJsonObject(given)) return "Variables are invalid";
  return {
    query: typeof query === "string" ? query : "",
    variables: given,
    operationName: typeof operationName === "string" ? operationName : undefined,
  };
}

function parsedVariables(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text === "" ? "{}" : text);
    return isDeeper(value, maxDepth) ? undefined : value;
  } catch {
    return undefined;
  }
}

function isDeeper(value: JsonValue, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((each: JsonValue) => isDeeper(each, depth - 1));
}
