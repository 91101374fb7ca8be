import type { GoodExample } from "./rule-example.ts";

/** A small flow that is right, by its top-level keys. */
const baseParts: Readonly<Record<string, string>> = {
  version: "version: v1\n",
  environment: "environment: ambient\n",
  flow: "flow: { entry_point: helper }\n",
  components: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs: [{ from: "context:goal", as: goal }]
`,
  routers: "routers: [{ from: helper, to: end }]\n",
  prompts: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}" }
`,
};

/** The whole file of an example: what it does not write itself follows, so that its line numbers stay. */
export function completeExample({ yaml, without = [], whole = false }: GoodExample): string {
  if (whole) return yaml;
  const written = new Set(yaml.split("\n").map((line) => /^["']?(\w+)["']?\s*:/.exec(line)?.[1]));
  const rest = Object.entries(baseParts).filter(
    ([key]) => !written.has(key) && !without.includes(key),
  );
  const own = yaml === "" || yaml.endsWith("\n") ? yaml : `${yaml}\n`;
  return own + rest.map(([, part]) => part).join("");
}
