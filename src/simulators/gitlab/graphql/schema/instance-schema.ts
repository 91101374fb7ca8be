import {
  buildASTSchema,
  type DocumentNode,
  extendSchema,
  GraphQLError,
  type GraphQLSchema,
  type IntrospectionQuery,
  introspectionFromSchema,
  isInterfaceType,
  isObjectType,
  isScalarType,
  parse,
  valueFromASTUntyped,
} from "graphql";
import { documentAt } from "./document-at.ts";
import { checkGlobalId, idModels } from "./global-id.ts";
import type { Release } from "./release.ts";

/** A schema that can be executed, with what is said about it where someone asks. */
export interface InstanceSchema {
  readonly schema: GraphQLSchema;
  readonly introspection: () => IntrospectionQuery;
}

/** A field that every type has and nobody is told of: it stands for what is too new, and is null. */
export const absentField = "_absent";

/** Schemas hold no state, and take long to build. */
const built = new Map<string, InstanceSchema>();

/** The schema of an instance of a release. */
export function instanceSchema(release: Release): InstanceSchema {
  const name = release.join(".");
  const known = built.get(name) ?? buildInstanceSchema(release);
  built.set(name, known);
  return known;
}

function buildInstanceSchema(release: Release): InstanceSchema {
  const document = documentAt(release);
  const open = buildASTSchema(document);
  let dump: IntrospectionQuery | undefined;
  return {
    schema: withScalars(extendSchema(open, absentFields(open))),
    introspection: () => (dump ??= introspectionFromSchema(open)),
  };
}

function absentFields(schema: GraphQLSchema): DocumentNode {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const objects = types.filter(isObjectType).map(({ name }) => `type ${name}`);
  const interfaces = types.filter(isInterfaceType).map(({ name }) => `interface ${name}`);
  const extended = [...objects, ...interfaces].map(
    (type) => `extend ${type} { ${absentField}: String }`,
  );
  return parse(extended.join("\n"));
}

function withScalars(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isScalarType)) {
    const check = checkOf(type.name);
    if (check === undefined) continue;
    type.parseValue = check;
    type.parseLiteral = (node, variables) => check(valueFromASTUntyped(node, variables));
  }
  return schema;
}

function checkOf(name: string): ((value: unknown) => string) | undefined {
  if (Object.hasOwn(idModels, name)) return (value) => checkGlobalId(value, idModels[name]);
  if (name === "Time") return checkTime;
  return name === "AiCatalogPinnedVersion" ? checkPin : undefined;
}

function checkTime(value: unknown): string {
  if (typeof value === "string" && !Number.isNaN(Date.parse(value))) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is not a valid time`);
}

function checkPin(value: unknown): string {
  if (typeof value === "string" && /^[1-9]\d*\.\d+\.\d+$/.test(value)) return value;
  throw new GraphQLError(`${JSON.stringify(value)} is not a valid version; use the format n.n.n`);
}
