import type { CliContext } from "../context.ts";

/** The same world, whose outputs never show the token, whatever an instance or an error says. */
export function withoutToken(context: CliContext, token: string | undefined): CliContext {
  if (token !== undefined) context.hide?.(token);
  return context;
}
