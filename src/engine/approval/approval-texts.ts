/** What a model reads instead of results when its calls are not executed. */
export const approvalTexts = {
  canceled: "This tool call was canceled, because another call of the same message was invalid.",
  rejected: "The user rejected this tool call.",
  schema: (schema: string): string => `The arguments have to follow this schema: ${schema}`,
} as const;
