import { AppError } from "../../../core/errors/app-error.ts";

const names = ["GITLAB_TOKEN", "GITLAB_API_TOKEN"] as const;

/** The token that Duo Chat is asked with. @throws AppError GITLAB_TOKEN_MISSING */
export function duoChatToken(variable: (name: string) => string | undefined): string {
  for (const name of names) {
    const token = variable(name);
    if (token !== undefined && token !== "") return token;
  }
  throw new AppError("GITLAB_TOKEN_MISSING", "there is no token to ask Duo Chat with", {
    hint: `set ${names.join(" or ")}: an access token of a user with a Duo seat, with the scope api`,
  });
}
