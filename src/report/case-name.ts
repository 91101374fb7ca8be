import { printable } from "../core/text/printable.ts";

/** `suite › case`, with the target where there are several; safe to print. */
export function caseName(of: {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
}): string {
  const parts = of.target === "default" ? [of.suite, of.case] : [of.suite, of.case, of.target];
  return printable(parts.join(" › "));
}
