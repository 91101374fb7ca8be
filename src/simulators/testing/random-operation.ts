import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLInputType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import type { Random } from "../../core/random.ts";

const deepest = 4;
const ids = [1, 3, 7, 8, 21, 22, 23, 24, 25, 71, 211, 212, 222, 240, 999];
const texts = [
  "",
  "shop/agents",
  "x",
  "Stock",
  "\\u0000",
  "{{ a }}",
  "v1: [",
  "2026-01-01T00:00:00Z",
  "eyJpZCI6IjIxIn0",
];

/** An operation that fits a schema, with arguments of which most mean something. */
export function randomOperation(schema: GraphQLSchema, random: Random): string {
  const isChange = random.next() < 0.4;
  const root = isChange ? schema.getMutationType() : schema.getQueryType();
  if (root === null || root === undefined) throw new TypeError("a schema without operations");
  return `${isChange ? "mutation" : "query"} ${selection(root, { schema, random }, 0)}`;
}

interface World {
  readonly schema: GraphQLSchema;
  readonly random: Random;
}

function pick<T>(all: readonly T[], random: Random): T {
  const found = all[Math.floor(random.next() * all.length)];
  if (found === undefined) throw new TypeError("nothing to choose from");
  return found;
}

function selection(type: GraphQLNamedType, world: World, depth: number): string {
  const { schema, random } = world;
  if (isAbstractType(type)) {
    const inner = schema
      .getPossibleTypes(type)
      .map((each) => `... on ${each.name} ${selection(each, world, depth + 1)}`);
    return `{ __typename ${pick(inner, random)} }`;
  }
  if (!isObjectType(type)) return "";
  const fields = Object.values(type.getFields()).filter(({ name }) => !name.startsWith("_"));
  const count = depth === 0 ? 1 : 3;
  const chosen = Array.from({ length: count }, (_, at) => {
    const field = pick(fields, random);
    const inner = getNamedType(field.type);
    const isLeaf = !isObjectType(inner) && !isAbstractType(inner);
    if (!isLeaf && depth >= deepest) return "__typename";
    const deeper = isLeaf ? "" : selection(inner, world, depth + 1);
    return `f${depth}${at}: ${field.name}${argumentsOf(field.args, world)} ${deeper}`;
  });
  return `{ ${chosen.join(" ")} }`;
}

function argumentsOf(args: readonly GraphQLArgument[], world: World): string {
  const given = args.filter(({ type }) => isNonNullType(type) || world.random.next() < 0.5);
  if (given.length === 0) return "";
  return `(${given.map(({ name, type }) => `${name}: ${valueOf(type, world, 0)}`).join(", ")})`;
}

function valueOf(type: GraphQLInputType, world: World, depth: number): string {
  const { random } = world;
  if (!isNonNullType(type) && random.next() < 0.1) return "null";
  const inner = getNullableType(type);
  if (isListType(inner)) return `[${valueOf(inner.ofType, world, depth + 1)}]`;
  if (isEnumType(inner)) return pick(inner.getValues(), random).name;
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(
      (field) => isNonNullType(field.type) || (depth < 3 && random.next() < 0.4),
    );
    return `{ ${fields.map((field) => `${field.name}: ${valueOf(field.type, world, depth + 1)}`).join(", ")} }`;
  }
  return scalar(inner.name, random);
}

const models: Readonly<Record<string, string>> = {
  AiCatalogItemID: "Ai::Catalog::Item",
  AiCatalogItemVersionID: "Ai::Catalog::ItemVersion",
  AiCatalogItemConsumerID: "Ai::Catalog::ItemConsumer",
  AiCatalogBuiltInToolID: "Ai::Catalog::BuiltInTool",
  ProjectID: "Project",
  UserID: "User",
  NoteID: "Note",
  NoteableID: "MergeRequest",
};

function scalar(name: string, random: Random): string {
  if (name === "Boolean") return String(random.next() < 0.5);
  if (name === "Int") return String(pick([-1, 0, 1, 5, 100, 2_000_000], random));
  if (name === "AiCatalogPinnedVersion") return pick(['"1.0.0"', '"2.0.0"', '"0.1"'], random);
  const model = models[name];
  if (model !== undefined) return `"gid://gitlab/${model}/${pick(ids, random)}"`;
  return `"${pick(texts, random)}"`;
}
