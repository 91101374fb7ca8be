/** What a model reads when a call did not work. The words are the service's, where models know them. */
export interface ToolErrorTexts {
  notFound(tool: string): string;
  invalidArgs(tool: string, problem: string): string;
  failed(tool: string, problem: string): string;
}

/** In an agent of a graph and in a deterministic step. */
export const agentErrorTexts: ToolErrorTexts = {
  notFound: (tool) => `Tool ${tool} not found`,
  invalidArgs: (tool, problem) => `Tool ${tool} raised validation error ${problem}`,
  // The end is where the service prints the response attached to the exception.
  failed: (_tool, problem) => `Tool runtime exception due to ${problem} None`,
};

/** In chat-partial and in a one-off component. */
export const plainErrorTexts: ToolErrorTexts = {
  ...agentErrorTexts,
  failed: (tool, problem) => `Tool ${tool} raised ToolException: ${problem}`,
};
