import {
  type DocumentNode,
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  validate,
} from "graphql";
import type { JsonObject } from "../../../core/json.ts";
import type { GitlabState, Viewer } from "../state/index.ts";
import type { GraphqlContext } from "./context.ts";
import { measure } from "./request/measure.ts";
import { readDocument } from "./request/read-document.ts";
import { failedField, invalidQuery, type RubyError } from "./request/ruby-error.ts";
import { stripIntroduced } from "./request/strip-introduced.ts";
import { roots } from "./roots.ts";
import type { InstanceSchema, Release } from "./schema/index.ts";
import { views } from "./views/index.ts";

/** One operation as it was sent. */
export interface SentOperation {
  readonly query: string;
  readonly variables: JsonObject;
  readonly operationName: string | undefined;
}

/** What answers operations. */
export interface GraphqlInstance {
  readonly state: GitlabState;
  readonly release: Release;
  readonly schema: InstanceSchema;
  readonly url: string;
  readonly validateFlow: (definition: string) => readonly string[];
}

/** The body of an answer. */
export interface OperationAnswer {
  readonly data?: unknown;
  readonly errors?: readonly RubyError[];
}

interface Limits {
  readonly complexity: number;
  readonly depth: number;
}

/** What GitLab allows: least to those who do not say who they are. */
function limitsOf({ user }: Viewer): Limits {
  if (user === undefined) return { complexity: 200, depth: 15 };
  return { complexity: user.admin ? 300 : 250, depth: 20 };
}

/** Whether a text asks for a mutation; false for what cannot be read. */
export function isMutation({ query, operationName }: SentOperation): boolean {
  try {
    return (
      getOperationAST(readDocument(query, 0), operationName)?.operation ===
      OperationTypeNode.MUTATION
    );
  } catch {
    return false;
  }
}

/**
 * Executes an operation as GitLab does, with its errors in its words.
 *
 * @throws whatever a defect of ours throws
 */
export async function executeOperation(
  sent: SentOperation,
  viewer: Viewer,
  instance: GraphqlInstance,
): Promise<OperationAnswer> {
  if (asksForSchema(sent)) return { data: instance.schema.introspection() };
  const limits = limitsOf(viewer);
  const prepared = prepare(sent, limits, instance);
  if ("errors" in prepared) return prepared;
  const { document, operation } = prepared;
  const { schema } = instance.schema;
  const measured = measure(document, operation, { schema, variables: sent.variables });
  const over = overLimit(measured, limits);
  if (over !== undefined) return { errors: [{ message: over }] };
  const { state, release, url, validateFlow } = instance;
  const context: GraphqlContext = {
    state,
    viewer,
    release,
    url,
    measure: measured,
    maxComplexity: limits.complexity,
    resolved: new Map(),
    validateFlow,
    views,
  };
  const { data, errors } = await execute({
    schema,
    document,
    operationName: sent.operationName,
    variableValues: sent.variables,
    rootValue: operation.operation === OperationTypeNode.MUTATION ? roots.mutation : roots.query,
    contextValue: context,
  });
  const defect = errors?.find(({ originalError }) => isDefect(originalError));
  if (defect?.originalError !== undefined) throw defect.originalError;
  return {
    ...(data !== undefined && { data }),
    ...(errors !== undefined && { errors: errors.map(failedField) }),
  };
}

/** GitLab answers what asks about its schema from a file, whatever exactly is asked. */
function asksForSchema({ query, operationName }: SentOperation): boolean {
  if (operationName === "IntrospectionQuery") return true;
  return operationName === undefined && /__(?:schema|type)\b/.test(query);
}

interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

function prepare(
  sent: SentOperation,
  { depth }: Limits,
  { schema, release }: GraphqlInstance,
): Prepared | { readonly errors: readonly RubyError[] } {
  const document = readOr(sent, depth);
  if (document instanceof GraphQLError) {
    const { message, locations } = document;
    return { errors: [{ message, ...(locations !== undefined && { locations }) }] };
  }
  const stripped = stripIntroduced(document, release);
  const hidden = introspectionIn(stripped);
  if (hidden !== undefined) return { errors: [invalidQuery(hidden)] };
  const invalid = validate(schema.schema, stripped, undefined, { maxErrors: 20 });
  if (invalid.length > 0) return { errors: invalid.map(invalidQuery) };
  const operation = getOperationAST(stripped, sent.operationName);
  if (operation === null || operation === undefined) {
    return { errors: [{ message: "An operation name is required" }] };
  }
  return { document: stripped, operation };
}

function readOr({ query }: SentOperation, maxDepth: number): DocumentNode | GraphQLError {
  try {
    return readDocument(query, maxDepth);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Production has no introspection inside of queries. */
function introspectionIn({ definitions }: DocumentNode): GraphQLError | undefined {
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD || !/^__(?:schema|type)$/.test(selection.name.value))
        continue;
      const message = `Cannot query field "${selection.name.value}" on type "Query".`;
      return new GraphQLError(message, { nodes: selection });
    }
  }
  return undefined;
}

function overLimit(
  { complexity, depth }: { readonly complexity: number; readonly depth: number },
  limits: Limits,
): string | undefined {
  if (depth > limits.depth) {
    return `Query has depth of ${depth}, which exceeds max depth of ${limits.depth}`;
  }
  if (complexity <= limits.complexity) return undefined;
  return `Query has complexity of ${complexity}, which exceeds max complexity of ${limits.complexity}`;
}

function isDefect(error: Error | undefined): boolean {
  return error !== undefined && !(error instanceof GraphQLError);
}
