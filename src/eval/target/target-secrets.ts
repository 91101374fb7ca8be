import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { duoChatToken } from "./duo-chat/duo-chat-token.ts";
import { headerKeys } from "./http/header-keys.ts";
import type { Target } from "./target.ts";

/**
 * The secrets that targets take from the environment besides those that it says to be some: whoever writes
 * anything must know them. A run can ask for them before it writes its first file.
 *
 * @throws AppError or AppErrors TARGET_KEY_MISSING and GITLAB_TOKEN_MISSING for all that are not set
 */
export function targetSecrets(
  targets: Iterable<Target>,
  variable: (name: string) => string | undefined,
): readonly string[] {
  const secrets = new Set<string>();
  const errors: AppError[] = [];
  for (const target of new Set(targets)) {
    if (target.kind !== "http" && target.kind !== "duo_chat") continue;
    try {
      if (target.kind === "duo_chat") {
        secrets.add(duoChatToken(variable));
        continue;
      }
      for (const secret of headerKeys(target, variable).secrets) secrets.add(secret);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.push(error);
    }
  }
  throwAll(errors);
  return [...secrets].toSorted();
}
