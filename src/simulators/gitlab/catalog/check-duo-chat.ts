import { didYouMean } from "../../../core/text/suggest.ts";
import type { SchemaProblem } from "../../../schema/index.ts";
import type { CatalogDuoChat } from "./duo-chat.ts";

/** @yields what the chat of a catalog names that is not there, and replies that say nothing or two things */
export function* checkDuoChat(
  chat: CatalogDuoChat | undefined,
  users: readonly string[],
): Generator<SchemaProblem> {
  for (const [at, user] of (chat?.users ?? []).entries()) {
    if (users.includes(user)) continue;
    const path = ["duo_chat", "users", at];
    const hint = didYouMean(user, users);
    yield { path, atKey: false, message: `there is no user "${user}"`, hint };
  }
  for (const [at, { answer, errors, never }] of (chat?.replies ?? []).entries()) {
    const says = answer !== undefined || errors !== undefined;
    if (says !== (never === true)) continue;
    yield {
      path: ["duo_chat", "replies", at],
      atKey: false,
      message: says
        ? "a reply that never comes can say nothing"
        : "a reply says what comes: `answer`, `errors`, or `never: true`",
    };
  }
}
