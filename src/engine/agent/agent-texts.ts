/** What the engine itself says to a model, in our own words with the service's meaning. */
export const agentTexts = {
  truncated:
    "Your last message was too long and was cut off, so none of it was carried out. Be concise and go on in smaller steps.",
  combinedFinalCall: (tool: string): string =>
    `${tool} was called together with other tools, so none of these calls was carried out. Call ${tool} alone, as the only tool call of a message, once everything else is done.`,
  cycleWarning: (remaining: number): string =>
    `You are close to the limit of this task: ${remaining} remaining before tool calls are no longer possible. Start wrapping up.`,
  wrapUp:
    "The limit of this task is reached. Give your final answer now, without any further tool call.",
  wrapUpWith: (tool: string): string =>
    `The limit of this task is reached. Call ${tool} now to give your final answer, without any other tool call.`,
} as const;
