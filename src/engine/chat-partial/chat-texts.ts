/** What the engine says in a chat in place of the model, or to it. */
export const chatTexts = {
  apology:
    "I am sorry: I could not call the tools that I need in a way that works, so I stopped. Please try to ask in another way.",
  unknownCommand: (name: string): string => `The command ${name} does not exist.`,
  takesNoText: (name: string): string =>
    `The command ${name} takes no text: send it alone, and the question as the next message.`,
  help: (commands: readonly string[]): string =>
    `Ask a question, or use one of the commands ${commands.join(", ")}.`,
  begunAnew: "The conversation begins anew.",
  compacted: "The conversation so far was shortened to a summary.",
  nothingToCompact: "There is nothing to shorten yet.",
  notCompacted: "The conversation could not be shortened; it stays as it is.",
  compactPrompt:
    "You summarize a conversation between a user and an assistant, so that the assistant can go on from the summary alone. Keep what the user wants, what was found out and where, what was decided and done, names and numbers as they are, and what is still open. Leave out everything else. Answer with the summary only.",
  compactFocus: (focus: string): string => `Keep above all what concerns this: ${focus}`,
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
