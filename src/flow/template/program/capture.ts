import { type Execute, Output, type Run } from "./run.ts";

/** What a step writes, kept instead of shown. */
export function capture(execute: Execute, run: Run): string {
  const { out } = run;
  run.out = new Output(run.host.budget);
  execute(run);
  const { text } = run.out;
  run.out = out;
  return text;
}
