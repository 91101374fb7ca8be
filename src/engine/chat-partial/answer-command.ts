import { FlowFailure } from "../flow-failure.ts";
import { chatTexts } from "./chat-texts.ts";
import { compactCommand, isKnownCommand, slashCommand } from "./slash-command.ts";

/** The answer to a message that is no business of the model: a command that does not exist. */
export function answerCommand(text: string): string | undefined {
  const command = slashCommand(text);
  if (command === undefined) return undefined;
  if (command.name === compactCommand) {
    throw new FlowFailure(
      "not_supported",
      `${compactCommand} shortens the conversation, which is not supported yet`,
    );
  }
  return isKnownCommand(command) ? undefined : chatTexts.unknownCommand(command.name);
}
