import { type DefinitionNode, type DirectiveNode, type DocumentNode, Kind, visit } from "graphql";
import { absentField, isOlder, parseRelease, type Release } from "../schema/index.ts";

/**
 * Does what `@gl_introduced` asks for: a field that is newer than the instance is null instead of unknown, a
 * fragment that is newer is not there; nor are the variables and fragments that only they had use for.
 */
export function stripIntroduced(document: DocumentNode, release: Release): DocumentNode {
  const isNewer = (directives: readonly DirectiveNode[] | undefined): boolean =>
    (directives ?? []).some((directive) => {
      const since = directive.name.value === "gl_introduced" ? sinceOf(directive) : undefined;
      return since !== undefined && isOlder(release, since);
    });
  let stripped = false;
  const next = visit(document, {
    Field(node) {
      if (!isNewer(node.directives)) return undefined;
      stripped = true;
      const { selectionSet: _, ...rest } = node;
      const directives =
        node.directives?.filter(({ name }) => name.value !== "gl_introduced") ?? [];
      const name = { kind: Kind.NAME, value: absentField } as const;
      return { ...rest, alias: node.alias ?? node.name, name, arguments: [], directives };
    },
    InlineFragment(node) {
      if (!isNewer(node.directives)) return undefined;
      stripped = true;
      return null;
    },
  });
  return stripped ? withoutUnused(next, document) : document;
}

function sinceOf(directive: DirectiveNode): Release | undefined {
  const version = directive.arguments?.find(({ name }) => name.value === "version")?.value;
  return version?.kind === Kind.STRING ? parseRelease(version.value) : undefined;
}

/** What was of use before the stripping and is not after it; what was of none before stays a mistake. */
function withoutUnused(document: DocumentNode, before: DocumentNode): DocumentNode {
  const needed = usedIn(before);
  let next = document;
  for (;;) {
    const used = usedIn(next);
    const isGone = (name: string): boolean => needed.has(name) && !used.has(name);
    const left = next.definitions.filter(
      (each) => each.kind !== Kind.FRAGMENT_DEFINITION || !isGone(`...${each.name.value}`),
    );
    const isDone = left.length === next.definitions.length;
    next = { kind: Kind.DOCUMENT, definitions: left.map((each) => withoutVariables(each, isGone)) };
    if (isDone) return next;
  }
}

function withoutVariables(
  definition: DefinitionNode,
  isGone: (name: string) => boolean,
): DefinitionNode {
  if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
  const variableDefinitions = (definition.variableDefinitions ?? []).filter(
    ({ variable }) => !isGone(`$${variable.name.value}`),
  );
  return { ...definition, variableDefinitions };
}

/** `$variable` and `...fragment` of every use. */
function usedIn(document: DocumentNode): ReadonlySet<string> {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable(node) {
      used.add(`$${node.name.value}`);
    },
    FragmentSpread(node) {
      used.add(`...${node.name.value}`);
    },
  });
  return used;
}
