export const toolsErrors = {
  TOOL_UNMOCKED: {
    kind: "usage",
    text: "The agent called a tool that no mock of the case answers. The hint is a mock to paste into the suite. `unmocked: tool_error` lets the model read an error instead.",
  },
  TOOL_UNKNOWN: {
    kind: "usage",
    text: "A suite names a tool that is not in the tool catalog and that declares no schema of its own.",
  },
  TOOL_MOCK_INVALID: {
    kind: "usage",
    text: "A mock has no result or more than one, a matcher that cannot be read or that names a parameter its tool does not have, a declaration or a file that cannot be read, or a template that fails.",
  },
} as const;
