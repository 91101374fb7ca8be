/** What the engine says in a chat in place of the model, or to it. */
export const chatTexts = {
  apology:
    "I am sorry: I could not call the tools that I need in a way that works, so I stopped. Please try to ask in another way.",
  unknownCommand: (name: string): string => `The command ${name} does not exist.`,
  incompleteCall: (tool: string): string =>
    `Tool ${tool} was called with incomplete arguments, because the message was cut off. Call it again with less.`,
  unreadableCall: (tool: string): string =>
    `Tool ${tool} was called with arguments that are not valid JSON.`,
  deniedTools: (tools: readonly string[]): string =>
    `These tools are switched off in this session and cannot be called: ${tools.join(", ")}. Where a task needs one of them, say so and do what can be done without it.`,
  canceledCall: "The user canceled this tool call.",
  canceledBecause: (reason: string): string =>
    `The user canceled this tool call and said: ${reason}`,
} as const;
