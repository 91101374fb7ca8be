import { chatTexts } from "./chat-texts.ts";
import {
  classicCommands,
  compactCommand,
  helpCommand,
  isKnownCommand,
  newCommands,
  slashCommand,
} from "./slash-command.ts";

/** What a message asks of the chat itself. */
export type ChatCommand =
  /** It is answered without the model. */
  | { readonly type: "answer"; readonly text: string }
  /** The conversation begins anew. */
  | { readonly type: "new" }
  /** The conversation is shortened to a summary, with an eye on something. */
  | { readonly type: "compact"; readonly focus: string };

/** The command of a message that is no business of the model; undefined where the model answers. */
export function chatCommand(text: string, isClassic: boolean): ChatCommand | undefined {
  const command = slashCommand(text);
  if (command === undefined) return undefined;
  const { name, rest } = command;
  if (!isKnownCommand(command, isClassic)) {
    return { type: "answer", text: chatTexts.unknownCommand(name) };
  }
  if (name === compactCommand) return { type: "compact", focus: rest };
  if (!isClassic) return undefined;
  if (name === helpCommand) return { type: "answer", text: chatTexts.help(classicCommands) };
  if (!newCommands.includes(name)) return undefined;
  return rest === "" ? { type: "new" } : { type: "answer", text: chatTexts.takesNoText(name) };
}
