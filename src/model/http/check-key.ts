import { AppError } from "../../core/errors/app-error.ts";

/**
 * A key that can stand in a header. A broken one must not get that far: the error of the HTTP client
 * would repeat it.
 *
 * @throws AppError MODEL_KEY_REFUSED, without the key.
 */
export function checkKey(key: string, variable: string): string {
  const trimmed = key.trim();
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new AppError("MODEL_KEY_REFUSED", `the key in ${variable} holds characters no key has`, {
    hint: "white space inside, quotes of a word processor, or a file's content instead of a key?",
  });
}
