import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  parseType,
} from "graphql";
import { catalogSchema } from "../../../../gitlab/index.ts";
import { changed, introduced, removed } from "./introduced.ts";
import { isOlder, type Release } from "./release.ts";

/** The schema in its language as a release has it. */
export function documentAt(release: Release): DocumentNode {
  const absent = new Set(
    introduced.flatMap(([since, names]) => (isOlder(release, since) ? names.flatMap(expand) : [])),
  );
  const types = new Map(
    changed.flatMap(([since, all]) => (isOlder(release, since) ? Object.entries(all) : [])),
  );
  const definitions = parse(catalogSchema, { noLocation: true }).definitions.flatMap((each) =>
    definitionAt(each, { absent, types }),
  );
  const older = removed.flatMap(([since, sdl]) =>
    isOlder(release, since) ? parse(sdl, { noLocation: true }).definitions : [],
  );
  return { kind: Kind.DOCUMENT, definitions: [...definitions, ...older] };
}

interface Differences {
  readonly absent: ReadonlySet<string>;
  readonly types: ReadonlyMap<string, string>;
}

const kinds = ["Agent", "Flow", "ThirdPartyFlow"];

function expand(coordinate: string): readonly string[] {
  const version = coordinate.startsWith("AiCatalogItemVersion*");
  if (!version && !coordinate.startsWith("AiCatalogItem*")) return [coordinate];
  const field = coordinate.slice(coordinate.indexOf("."));
  const suffix = version ? "Version" : "";
  return [
    `AiCatalogItem${suffix}${field}`,
    ...kinds.map((kind) => `AiCatalog${kind}${suffix}${field}`),
  ];
}

function definitionAt(node: DefinitionNode, differences: Differences): readonly DefinitionNode[] {
  const { absent } = differences;
  if (!("name" in node) || node.name === undefined) return [node];
  const { value: type } = node.name;
  if (absent.has(type)) return [];
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    return [{ ...node, fields: fieldsAt(type, node.fields ?? [], differences) }];
  }
  if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    return [{ ...node, fields: inputsAt(type, node.fields ?? [], differences) }];
  }
  if (node.kind !== Kind.ENUM_TYPE_DEFINITION) return [node];
  const values = (node.values ?? []).filter(({ name }) => !absent.has(`${type}.${name.value}`));
  return [{ ...node, values }];
}

function fieldsAt(
  owner: string,
  fields: readonly FieldDefinitionNode[],
  differences: Differences,
): FieldDefinitionNode[] {
  return fields
    .filter(({ name }) => !differences.absent.has(`${owner}.${name.value}`))
    .map((field) => {
      const coordinate = `${owner}.${field.name.value}`;
      const type = differences.types.get(coordinate);
      return {
        ...field,
        ...(type !== undefined && { type: parseType(type, { noLocation: true }) }),
        arguments: inputsAt(coordinate, field.arguments ?? [], differences),
      };
    });
}

function inputsAt(
  owner: string,
  inputs: readonly InputValueDefinitionNode[],
  { absent, types }: Differences,
): InputValueDefinitionNode[] {
  return inputs
    .filter(({ name }) => !absent.has(`${owner}.${name.value}`))
    .map((input) => {
      const type = types.get(`${owner}.${input.name.value}`);
      return type === undefined ? input : { ...input, type: parseType(type, { noLocation: true }) };
    });
}
