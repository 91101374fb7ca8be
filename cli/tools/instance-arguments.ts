import { AppError } from "../../src/core/errors/app-error.ts";
import type { ToolsImportFlags } from "./tools-flags.ts";

/** The address and the token that `--from-instance` was given. @throws AppError CLI_USAGE */
export function instanceArguments({ fromInstance }: ToolsImportFlags): {
  readonly url: string;
  readonly token: string;
} {
  const [url = "-", token = "-", ...others] = Array.isArray(fromInstance) ? fromInstance : [];
  if (others.length > 0) {
    throw new AppError("CLI_USAGE", "--from-instance takes an address and a token", {
      hint: "--from-instance https://gitlab.example.com -",
    });
  }
  return { url, token };
}
