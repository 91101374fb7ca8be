import { AppError } from "../../../core/errors/app-error.ts";
import type { HttpTarget } from "./http-target.ts";

/** Values of the environment, by the name of the header that carries them. */
export interface HeaderKeys {
  /** As they are sent. */
  readonly headers: ReadonlyMap<string, string>;
  /** What must not be written anywhere. */
  readonly secrets: readonly string[];
}

/** What can stand in a header. Anything else must not get that far: the error of the client would repeat it. */
export const headerText: RegExp = /^[\t\x20-\x7e]*$/;

/**
 * The headers that a target takes from the environment.
 *
 * @throws AppError TARGET_KEY_MISSING, or TARGET_KEY_REFUSED for a value that no header can hold, without it
 */
export function headerKeys(
  target: HttpTarget,
  variable: (name: string) => string | undefined,
): HeaderKeys {
  const headers = new Map<string, string>();
  const secrets: string[] = [];
  for (const [header, value] of target.headers) {
    if (value.type !== "env") continue;
    const secret = variable(value.name)?.trim() ?? "";
    if (secret === "") {
      const message = `the header ${header} of the target "${target.name}" needs ${value.name}, which is not set`;
      const hint = `set ${value.name} in the environment`;
      throw new AppError("TARGET_KEY_MISSING", message, { hint });
    }
    if (!headerText.test(secret)) {
      const message = `${value.name} holds characters that the header ${header} cannot have`;
      const hint =
        "line breaks inside, quotes of a word processor, or a file's content instead of a key?";
      throw new AppError("TARGET_KEY_REFUSED", message, { hint });
    }
    secrets.push(secret);
    headers.set(header, `${value.prefix}${secret}`);
  }
  return { headers, secrets };
}
