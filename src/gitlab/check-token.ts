import { AppError } from "../core/errors/app-error.ts";

const longest = 2000;

/**
 * A token that can be sent in a header. It is looked at before use, because a client that refuses a
 * header says what stands in it.
 *
 * @throws AppError GITLAB_TOKEN_INVALID, which never repeats it.
 */
export function checkToken(text: string): string {
  const token = text.trim();
  if (/^[\x21-\x7e]+$/.test(token) && token.length <= longest) return token;
  const message =
    token === ""
      ? "the GitLab token is empty"
      : token.length > longest
        ? "the GitLab token is too long to be one"
        : "the GitLab token holds white space or characters that no token has";
  throw new AppError("GITLAB_TOKEN_INVALID", message, {
    hint: "copy it again; it is one line of letters, digits, dashes and underscores",
  });
}
