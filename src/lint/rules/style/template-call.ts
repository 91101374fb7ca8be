import { templatesOf } from "../../analysis/template-sources.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const templateCall: LintRule = {
  id: "template-call",
  origin: "style",
  severity: "error",
  codes: ["L15"],
  docs: {
    summary: "forbids calls and multiplication in templates",
    rationale:
      "The service renders prompts in a sandbox that refuses every call, of methods, macros, `range()`, `super()` and `loop.cycle()` alike, and the operators `*` and `**`. Its validator only reads templates and accepts all of these; the run ends with a SecurityError as soon as the place is rendered. Filters and tests do the same work: `x | upper`, `d | items`.",
    repair: "use a filter or a test instead",
  },
  check({ flow }) {
    return templatesOf(flow).flatMap(({ what, facts, place }) => [
      ...facts.calls.map((call) => {
        const called = call.name === "(" ? "something" : `"${call.name}"`;
        const message = `${what} calls ${called}, and the service allows no calls`;
        return { ...place(call), code: "L15", message, hint: filterFor(call.name) };
      }),
      ...facts.multiplications.map((spot) => {
        const message = `${what} multiplies, which the service does not allow`;
        return {
          ...place(spot),
          code: "L15",
          message,
          hint: "compute the value before the prompt",
        };
      }),
    ]);
  },
  examples: {
    bad: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        {% macro shout(text) %}{{ text.upper() }}{% endmacro %}
        You help. {{ shout("Be brief") }}
        {% for index in range(3) %}{{ 2 * index }}{% endfor %}
      user: "{{ goal }}"
`,
        reports: [
          ["L15", 7],
          ["L15", 8],
          ["L15", 9],
          ["L15", 9],
        ],
      },
      {
        about: "In messages to the user and in chats too",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - name: ask
    type: HumanInputComponent
    sends_response_to: helper
    message_template: "Go on with {{ goal.strip() }}?"
    inputs: ["context:goal"]
routers:
  - { from: helper, to: ask }
  - { from: ask, to: end }
`,
        reports: [["L15", 6]],
      },
      {
        yaml: `environment: chat-partial
components:
  - { name: helper, type: AgentComponent, toolset: [] }
prompts:
  - { prompt_id: help, name: help, unit_primitives: [], prompt_template: { system: "{{ lipsum() }}" } }
`,
        reports: [["L15", 5]],
      },
    ],
    good: [
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        You help. {{ "Be brief" | upper }} {{ 7 // 2 + 1 }}
        {% raw %}Write {{ text.upper() }} in Python, and 2 * 3.{% endraw %}
      user: "{% for line in goal | split('\\n') %}{{ loop.index }}. {{ line }}{% endfor %}"
`,
      },
    ],
  },
};

const filters: ReadonlyMap<string, string> = new Map([
  ["items", "items"],
  ["join", "join"],
  ["lower", "lower"],
  ["replace", "replace"],
  ["split", "split"],
  ["strip", "trim"],
  ["title", "title"],
  ["upper", "upper"],
]);

function filterFor(name: string): string | undefined {
  const filter = filters.get(name);
  return filter === undefined ? undefined : `use the filter: | ${filter}`;
}
