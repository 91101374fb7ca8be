import {
  type AcceptedTools,
  argsProblem,
  bundledTools,
  type ToolSource,
} from "../../src/tools/index.ts";

/** What a reader should know of how imported tools will be used. */
export function importNotes(source: ToolSource, { tools }: AcceptedTools): readonly string[] {
  const taken = tools.filter(({ name }) => bundledTools.tool(name) !== undefined);
  const shadowed = source.kind === "mcp" ? taken : [];
  const unchecked = tools.flatMap(({ name, inputSchema }) => {
    const reason = inputSchema && argsProblem(inputSchema);
    return reason === undefined
      ? []
      : [`arguments of "${name}" are not checked, as the service does not check them: ${reason}`];
  });
  return [
    ...shadowed.map(({ name }) => `"${name}" is a tool of the service, and stays what it is there`),
    ...unchecked,
  ];
}
