import type { FlowComponent, FlowKnowledge } from "../../flow/index.ts";

/** What the tools and inputs of a component say of it, as in `writes files (edit_file)`. */
export function signsOfComponent(
  component: FlowComponent,
  { tool: find }: FlowKnowledge,
): readonly string[] {
  return [
    ...grouped(
      component.toolset.map(({ tool }) => tool),
      (tool) => useOf(tool, find),
    ),
    ...grouped(
      component.inputs.map(({ variable }) => variable),
      (name) => (secretName.test(name) ? "is given a secret" : undefined),
    ),
  ];
}

function grouped(
  names: readonly string[],
  kindOf: (name: string) => string | undefined,
): readonly string[] {
  const kinds = new Map<string, Set<string>>();
  for (const name of names) {
    const kind = kindOf(name);
    if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(name));
  }
  return [...kinds].map(([kind, members]) => `${kind} (${[...members].join(", ")})`);
}

/** How a value is called that is a secret by itself. */
const secretName =
  /(?:^|_)(?:secrets?|secret_value|passwords?|credentials?|api_keys?|access_tokens?|private_keys?|connection_strings?)$/i;

/** A folder holds no text. */
const harmless: ReadonlySet<string> = new Set(["mkdir"]);

const special: ReadonlyMap<string, string> = new Map([
  ["ci_linter", "works on CI/CD configuration"],
  ["create_commit", "commits files"],
]);

function useOf(tool: string, find: FlowKnowledge["tool"]): string | undefined {
  const known = special.get(tool);
  if (known !== undefined || harmless.has(tool)) return known;
  const effect = find?.(tool)?.effect;
  if (effect === undefined) return useOfStranger(tool);
  if (effect === "write_workspace") return "writes files";
  return effect === "execute_command" ? "runs commands" : undefined;
}

const changes: ReadonlySet<string> = new Set(
  "add append apply commit create edit insert modify overwrite patch put replace save update upload write".split(
    " ",
  ),
);
const contents: ReadonlySet<string> = new Set("commit commits file files patch".split(" "));

/** A tool of an MCP server, or of one's own, is known by its name only. */
function useOfStranger(tool: string): string | undefined {
  const words = tool.toLowerCase().split(/[^a-z]+/);
  const isChange = words.some((word) => changes.has(word));
  return isChange && words.some((word) => contents.has(word)) ? "writes files" : undefined;
}
