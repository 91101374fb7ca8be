import { type Flow } from "../../flow/index.ts";
import type { Mocks, ToolCatalog } from "../../tools/index.ts";
import { engineTargets, type Target } from "../target/target.ts";

/** Names that a check may use. Empty lists where a flow could not be read: then nothing is known. */
export interface KnownNames {
  readonly tools: readonly string[];
  readonly components: readonly string[];
}

const builtIn = ["end", "abort"];

/** The tools and components that the targets of a suite, its mocks and the catalog know. */
export function knownNames(
  {
    targets,
    toolCatalog,
  }: { readonly targets: readonly Target[]; readonly toolCatalog: ToolCatalog },
  mocks: Mocks,
): KnownNames {
  const flows = engineTargets(targets).map(({ flow }) => flow);
  return {
    tools: distinct([...flows.flatMap(toolsOf), ...mocks.keys(), ...toolCatalog.names]),
    components:
      flows.length === 0
        ? []
        : distinct([
            ...flows.flatMap(({ components }) => components.map(({ name }) => name)),
            ...builtIn,
          ]),
  };
}

/** Every tool that a flow's components may use. */
export function toolsOf(flow: Flow): readonly string[] {
  return flow.components.flatMap(({ toolset }) => toolset.map(({ tool }) => tool));
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
