import { createRedactor } from "../src/core/secrets/redactor.ts";
import type { CliContext } from "./context.ts";

/**
 * The same world, in which a command can name a secret that nothing may print from then on: neither its own
 * outputs nor the errors of a program that echoes what it was sent.
 */
export function guardedContext(context: CliContext): CliContext {
  const known: string[] = [];
  let redact = (text: string): string => text;
  return {
    ...context,
    hide(secret) {
      known.push(secret);
      const redactor = createRedactor({ known });
      redact = (text) => redactor.redact(text);
    },
    stdout: (text) => context.stdout(redact(text)),
    stderr: (text) => context.stderr(redact(text)),
  };
}
