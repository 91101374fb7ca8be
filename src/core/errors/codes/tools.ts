export const toolsErrors = {
  TOOL_UNMOCKED: {
    kind: "usage",
    text: "The agent called a tool that no mock of the case answers. The hint is a mock to paste into the suite. `unmocked: tool_error` lets the model read an error instead.",
  },
  TOOL_UNKNOWN: {
    kind: "usage",
    text: "A suite names a tool that is not in the tool catalog and that declares no schema of its own, or a command asks for one. `flowproof tools list` prints what there is, `flowproof tools import` adds to it.",
  },
  TOOL_MOCK_INVALID: {
    kind: "usage",
    text: "A mock has no result or more than one, a matcher that cannot be read or that names a parameter its tool does not have, a declaration or a file that cannot be read, or a template that fails.",
  },
  TOOL_FILE_INVALID: {
    kind: "usage",
    text: "A `<source>.tools.json` in the folder that `registries.tools` names is not what `flowproof tools import` writes: it was edited by hand, or a merge left its marks in it. Import the tools again.",
  },
  TOOL_IMPORT_INVALID: {
    kind: "usage",
    text: "What was to be imported is not a list of tools, is larger than any such list, or has no tool that could be kept. A file holds a JSON list of OpenAI functions, Anthropic tools or MCP tools, or of maps with `name`, `description` and `schema`.",
  },
  TOOL_MCP_SDK_MISSING: {
    kind: "usage",
    text: "MCP servers are asked with the official SDK, which flowproof does not bring with it because few need it. Install it beside flowproof, with npm install @modelcontextprotocol/sdk.",
  },
  TOOL_MCP_REFUSED: {
    kind: "usage",
    text: "An MCP server cannot be used as it was named: its command does not exist, its address is no http or https URL, it refuses the credentials, or a header would be sent over http for others to read.",
  },
  TOOL_MCP_FAILED: {
    kind: "unavailable",
    text: "An MCP server did not give its tools: it could not be reached, ended, took too long, or answered something else than the protocol says. The message has what it wrote to standard error.",
  },
} as const;
