import { suggest } from "../../../core/text/suggest.ts";
import type { Flow, FlowComponent, FlowInspection, ToolsetEntry } from "../../../flow/index.ts";
import { privilegeNames, privilegeTools, unregisteredTools } from "../../../tools/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { spotOf } from "../../analysis/spot.ts";
import { onlyNear } from "../../fix/only-near.ts";
import { rename } from "../../fix/rename.ts";
import type { Fix } from "../../rule/fix.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const unknownTool: LintRule = {
  id: "unknown-tool",
  origin: "style",
  severity: "error",
  codes: ["L01"],
  docs: {
    summary: "requires tools that the service has, or that an MCP server is known to provide",
    rationale:
      "The service drops names that it does not know from a toolset, without a word: the agent just does not have the tool that its prompt speaks of. It does so in its validator too, and of flows in environment `chat-partial` it never looks at the tools. Names of privileges are no tools. What MCP servers provide is only known in a session; name such tools under `lint.mcp_tools` in `flowproof.yml`.",
    repair:
      "correct the name, or list it under `lint.mcp_tools` in flowproof.yml if an MCP server provides it",
  },
  check(input) {
    const { flow, knowledge, mcpTools } = input;
    const { tool: find } = knowledge;
    if (find === undefined) return [];
    return flow.components.flatMap((component) => {
      const { name, toolset } = component;
      // A stop for the user has no use for tools, which is a mistake of its own.
      if (component.type === "HumanInputComponent" || !hasToolset(component, input)) return [];
      const strangers = toolset.filter(({ tool }) => {
        const isStep = component.type === "DeterministicStepComponent";
        // The service itself notices that a step cannot run its tool.
        if (isStep && component.toolName === tool) return false;
        return find(tool) === undefined && !mcpTools.includes(tool) && !isBundledMcp(tool);
      });
      return strangers.map(({ tool, at }) => {
        const message = `component "${name}" lists the tool "${tool}", which the service does not have and drops`;
        return {
          ...spotOf(flow, at),
          code: "L01",
          message,
          hint: hintFor(tool, knowledge.toolNames ?? []),
          fix: fixFor({ tool, at }, { toolset, flow, known: knowledge.toolNames ?? [] }),
        };
      });
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - get_issue
      - blob_search
      - read_only_gitlab
      - gitlab_api_post: { path: "/api/v4/user" }
`,
        reports: [
          ["L01", 8],
          ["L01", 9],
          ["L01", 10],
        ],
        fixed: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - get_issue
      - gitlab_blob_search
      - read_only_gitlab
      - gitlab_api_post: { path: "/api/v4/user" }
`,
      },
      {
        about: "What is meant is there already, and so the name is left for a person to remove",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, inputs: ["context:goal"],
      toolset: [blob_search, gitlab_blob_search] }
`,
        reports: [["L01", 3]],
      },
      {
        about: "A slip of the pen",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, inputs: ["context:goal"],
      toolset: ["get-issue", 'list_issue', { read_flie: { limit: 5 } }] }
`,
        reports: [
          ["L01", 3],
          ["L01", 3],
          ["L01", 3],
        ],
        fixed: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, inputs: ["context:goal"],
      toolset: ["get_issue", 'list_issue', { read_file: { limit: 5 } }] }
`,
      },
      {
        about: "Without commas, YAML reads one long name",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [get_issue read_file],
      inputs: ["context:goal"] }
`,
        reports: [["L01", 2]],
      },
      {
        yaml: `environment: chat-partial
components:
  - { name: helper, type: AgentComponent, toolset: [get_issues] }
`,
        reports: [["L01", 3]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset:
      - get_issue
      - gitlab_blob_search
      - todo_write
      - get_merge_request: { project_id: 7 }
`,
      },
      {
        about: "These are GitLab's own, of an MCP server that it brings with it",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, inputs: ["context:goal"],
      toolset: [orbit_query_graph, orbit_list_commands] }
`,
      },
    ],
  },
};

/** A toolset that is not a list is a mistake of its own. */
function hasToolset({ at }: FlowComponent, input: FlowInspection): boolean {
  const written = [...at, "toolset"];
  if (!isSound(input, written)) return false;
  return (
    input.yaml.rangeOf(written) === undefined || input.yaml.rangeOf([...written, 0]) !== undefined
  );
}

function isBundledMcp(name: string): boolean {
  return Object.hasOwn(unregisteredTools, name) && unregisteredTools[name] === "mcp";
}

function hintFor(name: string, known: readonly string[]): string | undefined {
  if (name === "delegate_task") return "a supervisor has it by itself; remove it";
  if (privilegeNames.includes(name)) {
    const tools = privilegeTools(name);
    const example = tools.find((tool) => tool === "get_issue") ?? tools[0] ?? "";
    return `"${name}" is a privilege of the session; list its tools, such as ${example}`;
  }
  const parts = name.split(/[\s,]+/).filter((part) => part !== "");
  if (parts.length > 1 && parts.every((part) => known.includes(part))) {
    return `these are ${parts.length} tools; separate them with commas`;
  }
  const ending = known.find((each) => each.endsWith(`_${name}`));
  const near = suggest(name, known) ?? ending;
  if (near === undefined || doesOtherThing(name, near)) return undefined;
  return `did you mean "${near}"? A tool of an MCP server belongs under lint.mcp_tools in flowproof.yml`;
}

/** Names that the service's tools had, or that GitLab's own configs mistake for them. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["blob_search", "gitlab_blob_search"],
  ["get_previous_session_context", "get_session_context"],
]);

interface ToolsetSetting extends Pick<FlowComponent, "toolset"> {
  readonly flow: Flow;
  readonly known: readonly string[];
}

/** Renames a tool where there is no doubt which one is meant. */
function fixFor(
  { tool, at }: Pick<ToolsetEntry, "tool" | "at">,
  { toolset, flow, known }: ToolsetSetting,
): Fix | undefined {
  const meant = otherNames.get(tool) ?? onlyNear(tool, known);
  if (meant === undefined || !known.includes(meant) || doesOtherThing(tool, meant))
    return undefined;
  if (toolset.some((entry) => entry.tool === meant)) return undefined;
  // With options, the name is a key.
  const part = typeof at.at(-1) === "string" && at.at(-1) !== "tool_name" ? "key" : "value";
  const edit = rename(flow, { at, part, from: tool, to: meant });
  return edit && { description: `rename it to "${meant}"`, edits: [edit] };
}

const verbs: ReadonlySet<string> = new Set(
  "add create delete get list patch post put remove search set update".split(" "),
);

/** Names that differ in their verb are near to each other, and mean different things. */
function doesOtherThing(name: string, near: string): boolean {
  return verbOf(name) !== verbOf(near);
}

function verbOf(name: string): string | undefined {
  return name.split(/[_-]/).find((word) => verbs.has(word));
}
