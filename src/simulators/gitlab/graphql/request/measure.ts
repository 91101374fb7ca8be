import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLSchema,
  type GraphQLNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** How much a query asks for. */
export interface Measure {
  readonly complexity: number;
  readonly depth: number;
}

const pageSize = 100;
/** What a connection costs more for each node that it may have. */
const nodeCost = 0.01;
/** Above it, it does not matter by how much. */
const enough = 1_000_000;

interface Query {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly known: Map<string, Measure>;
}

/** Measures a valid operation as GitLab does: a field is 1, and what pages hold counts by their size. */
export function measure(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { schema, variables }: Pick<Query, "schema" | "variables">,
): Measure {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const root = schema.getRootType(operation.operation);
  const query = { schema, fragments, variables, known: new Map() };
  return ofSelection(operation.selectionSet, root ?? undefined, query);
}

function ofSelection(
  { selections }: SelectionSetNode,
  type: GraphQLNamedType | undefined,
  query: Query,
): Measure {
  let common = 0;
  let special = 0;
  let depth = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const field = ofField(selection, type, query);
      common += field.complexity;
      depth = Math.max(depth, field.depth);
      continue;
    }
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? ofFragment(selection.name.value, query)
        : ofSelection(
            selection.selectionSet,
            selection.typeCondition === undefined
              ? type
              : query.schema.getType(selection.typeCondition.name.value),
            query,
          );
    const isAll =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? query.fragments.get(selection.name.value)?.typeCondition.name.value === type?.name
        : selection.typeCondition === undefined;
    if (isAll) common += inner.complexity;
    // An object is of one type, so of the fragments for several types only the dearest counts.
    else special = Math.max(special, inner.complexity);
    depth = Math.max(depth, inner.depth);
  }
  return { complexity: Math.min(common + special, enough), depth };
}

function ofFragment(name: string, query: Query): Measure {
  const known = query.known.get(name);
  if (known !== undefined) return known;
  const fragment = query.fragments.get(name);
  if (fragment === undefined) return { complexity: 0, depth: 0 };
  const type = query.schema.getType(fragment.typeCondition.name.value);
  const measured = ofSelection(fragment.selectionSet, type, query);
  query.known.set(name, measured);
  return measured;
}

function ofField(node: FieldNode, owner: GraphQLNamedType | undefined, query: Query): Measure {
  const isComposite = isObjectType(owner) || isInterfaceType(owner);
  const field = isComposite ? owner.getFields()[node.name.value] : undefined;
  const type = field === undefined ? undefined : getNamedType(getNullableType(field.type));
  if (node.selectionSet === undefined) return { complexity: 1, depth: 1 };
  const inner = ofSelection(node.selectionSet, type, query);
  const cost = 1 + inner.complexity;
  const nodes = type?.name.endsWith("Connection") === true ? sizeOf(node, query) : 0;
  const complexity = Math.min(Math.floor(cost + cost * nodes * nodeCost), enough);
  return { complexity, depth: inner.depth + 1 };
}

function sizeOf(node: FieldNode, { variables }: Query): number {
  const sizes = (node.arguments ?? [])
    .filter(({ name }) => name.value === "first" || name.value === "last")
    .map(({ value }) => {
      if (value.kind === Kind.INT) return Number(value.value);
      return value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    })
    .filter((size): size is number => typeof size === "number" && size >= 0);
  return Math.min(pageSize, ...sizes);
}
