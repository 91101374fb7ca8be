import { expect, test } from "vitest";
import { memoryCwd as cwd, memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { formatPlace } from "../../core/position.ts";
import { loadSuites } from "./load-suites.ts";
import type { TargetSession } from "./session.ts";

const flow = `version: v1
environment: chat-partial
components: [{ name: helper, type: AgentComponent, prompt_id: helper, toolset: [get_issue, ghost] }]
routers: []
flow: { entry_point: helper }
prompts:
  - prompt_id: helper
    name: Helper
    unit_primitives: [duo_agent_platform]
    prompt_template: { system: You help. }
`;

/** A suite with these keys in its target, whose case declares a tool of its own. */
async function load(session: string): Promise<TargetSession | undefined> {
  const suite = `suite: one
target:
  flow: helper
${session}
cases:
  - { id: a, ask: hi, tools: { own: { schema: { q: string }, returns: x } }, expect: [answer: hi] }
`;
  const files = memoryFiles({ "flows/helper/1.0.0.yml": flow, "a.suite.yml": suite });
  const [loaded] = await loadSuites(["a.suite.yml"], { files, cwd, flowFolders: ["flows"] });
  const target = loaded?.targets[0];
  return target?.kind === "flow" ? target.session : undefined;
}

test.each<[string, TargetSession]>([
  ["", {}],
  [
    "  privileges: [use_git, run_commands]",
    { privileges: { enabled: ["use_git", "run_commands"], preApproved: [] } },
  ],
  ["  privileges: []", { privileges: { enabled: [], preApproved: [] } }],
  [
    "  privileges: [use_git]\n  pre_approved_privileges: [use_git]",
    { privileges: { enabled: ["use_git"], preApproved: ["use_git"] } },
  ],
  [
    "  mcp_tools: [own]\n  denied_tools: [own, get_issue, ghost]",
    { mcpTools: ["own"], deniedTools: ["own", "get_issue", "ghost"] },
  ],
  ["  features: [dap_parallel_subagents]", { features: ["dap_parallel_subagents"] }],
])("%j", async (text, session) => {
  expect(await load(text)).toEqual(session);
});

test.each([
  [
    "  privileges: [use_gi]",
    '4:16 EVAL_SUITE_INVALID item 1 of "privileges" has to be … "use_git", not "use_gi" (did you mean "use_git"?)',
  ],
  [
    "  pre_approved_privileges: [use_git]",
    '4:29 EVAL_PRIVILEGES_INVALID "use_git" is approved beforehand, but it is not among the privileges (without privileges nothing asks for approval; name it there too, or remove it here)',
  ],
  [
    "  privileges: [run_commands]\n  pre_approved_privileges: [run_commands, use_git]",
    '5:43 EVAL_PRIVILEGES_INVALID "use_git" is approved beforehand, but it is not among the privileges (name it there too, or remove it here)',
  ],
  [
    "  mcp_tools: [own, linear]",
    '4:20 TOOL_UNKNOWN there is no tool "linear" (a mock says what a tool of your own takes: linear: { schema: { q: string }, returns: … })',
  ],
  [
    "  mcp_tools: [get_isue]",
    '4:15 TOOL_UNKNOWN there is no tool "get_isue" (did you mean "get_issue"?)',
  ],
  ["  mcp_tools: [ghost]", "4:15 TOOL_UNKNOWN …"],
  ["  denied_tools: [ghst]", '4:18 TOOL_UNKNOWN there is no tool "ghst" (did you mean "ghost"?)'],
  [
    "  denied_tools: [nothing_like_it]",
    '4:18 TOOL_UNKNOWN there is no tool "nothing_like_it" (name a tool of the catalog, of the flow or of the mocks)',
  ],
  [
    "  features: [dap_parallel]",
    '4:14 EVAL_SUITE_INVALID item 1 of "features" has to be "dap_parallel_subagents", not "dap_parallel"',
  ],
  [
    "  priviliges: []",
    '4:3 EVAL_SUITE_INVALID unknown key "priviliges" (did you mean "privileges"?)',
  ],
])("%j is refused: %s", async (text, expected) => {
  const thrown: unknown = await load(text).catch((error: unknown) => error);
  const errors = thrown instanceof AppErrors ? thrown.errors : [thrown];
  expect(errors).toHaveLength(1);
  const [error] = errors;
  if (!(error instanceof AppError)) throw error;
  const { code, message, hint, place = { file: "" } } = error;
  const at = formatPlace(place).replace("a.suite.yml:", "");
  const said = `${at} ${code} ${message}${hint === undefined ? "" : ` (${hint})`}`;
  const [head = "", tail = ""] = expected.split("…");
  expect(said.startsWith(expected) || (said.startsWith(head) && said.endsWith(tail)), said).toBe(
    true,
  );
});
