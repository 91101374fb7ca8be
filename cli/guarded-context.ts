import { createRedactor, type Redactor } from "../src/core/secrets/redactor.ts";
import type { CliContext } from "./context.ts";

/**
 * The same world, in which a command can name a secret that nothing may print from then on: neither its own
 * outputs nor the errors of a program that echoes what it was sent.
 */
export function guardedContext(context: CliContext): CliContext {
  const known: string[] = [];
  let redactor: Redactor | undefined;
  return {
    ...context,
    hide(secret) {
      known.push(secret);
      redactor = createRedactor({ known });
    },
    stdout: (text) => context.stdout(redactor?.redact(text) ?? text),
    stderr: (text) => context.stderr(redactor?.redact(text) ?? text),
  };
}
