import { AppError } from "../../core/errors/app-error.ts";
import { clip } from "../../core/text/clip.ts";
import { printable } from "../../core/text/printable.ts";
import { didYouMean } from "../../core/text/suggest.ts";

/** After which the next question begins a thread of its own. GitLab answers none of them. */
const beginners: readonly string[] = ["/clear", "/new", "/reset"];

/**
 * What the classic chat takes for a command. `/include` is a matter of editors: a GitLab that is asked directly
 * takes it for a question, which is left to it.
 */
export const slashCommands: readonly string[] = [
  ...beginners,
  "/explain",
  "/fix",
  "/help",
  "/include",
  "/refactor",
  "/summarize_comments",
  "/tests",
  "/troubleshoot",
  "/vulnerability_explain",
].toSorted();

/** What a message to the chat is. */
export type ChatLine = { readonly kind: "question" } | { readonly kind: "new-thread" };

/**
 * Tells questions from what begins a new thread. A path (`/etc/hosts`) is no command.
 *
 * @throws AppError DUO_CHAT_COMMAND_UNKNOWN for a command that the chat does not know, and for one that takes no
 *   text and has some.
 */
export function readChatLine(content: string): ChatLine {
  const line = content.trim();
  const command = /^\/\w+(?=\s|$)/.exec(line)?.[0];
  if (command === undefined) return { kind: "question" };
  if (!slashCommands.includes(command)) {
    const message = `Duo Chat has no command "${clip(printable(command), 60)}"`;
    throw new AppError("DUO_CHAT_COMMAND_UNKNOWN", message, {
      hint: didYouMean(command, slashCommands),
    });
  }
  if (!beginners.includes(command)) return { kind: "question" };
  if (line === command) return { kind: "new-thread" };
  throw new AppError("DUO_CHAT_COMMAND_UNKNOWN", `${command} of Duo Chat takes no text`, {
    hint: `write ${command} as a message of its own, and the question as the next`,
  });
}
