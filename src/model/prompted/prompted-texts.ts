import type { ToolChoice, ToolDefinition } from "../chat.ts";
import type { Tags } from "./tags.ts";

/** How a model is told of its tools, where it can be told in words only. */
export function toolsText(
  tools: readonly ToolDefinition[],
  choice: ToolChoice | undefined,
  tags: Tags,
): string {
  const { call, result } = tags;
  if (tools.length === 0) {
    return `Earlier calls of tools stand between ${call.open} and ${call.close}, their results between ${result.open} and ${result.close}. No tool can be called now.`;
  }
  const lines = tools.map(({ name, description, inputSchema }) =>
    JSON.stringify({ name, description, input_schema: inputSchema }),
  );
  return [
    "You can call tools. These are all, one a line, with the JSON Schema of their arguments:",
    [tags.tools.open, ...lines, tags.tools.close].join("\n"),
    "To call a tool, write in your reply, exactly in this form:",
    `${call.open}{"tool": "name of the tool", "args": {"argument": "value"}}${call.close}`,
    [
      "What stands between the tags is one JSON object, without comments and without a code fence.",
      "Several calls may follow each other. Write nothing after the last call: the results come in the next message,",
      `between ${result.open} and ${result.close}. Never write results yourself.`,
      "Without a call, your reply is your answer.",
    ].join(" "),
    ...choiceText(choice),
  ].join("\n");
}

function choiceText(choice: ToolChoice = { type: "auto" }): readonly string[] {
  if (choice.type === "any") return [anyText];
  return choice.type === "tool" ? [`${forcedText}${choice.name}`] : [];
}

/** The last line of what a model is told, where it must call some tool. */
export const anyText = "This reply must contain at least one call.";
/** The same where it must call one tool, whose name follows. */
export const forcedText = "This reply must be exactly one call, and nothing else, of the tool ";
