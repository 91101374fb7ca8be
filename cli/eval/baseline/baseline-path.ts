import { dirname, join } from "node:path";

/** Where the baseline of a suite is when nobody says otherwise: beside it. */
export function baselinePath(of: { readonly file: string } & SuiteName): string {
  return join(dirname(of.file), `${"id" in of ? of.id : of.suite}.baseline.json`);
}

/** Suites as they are read have an `id`, those of a journal are named by `suite`. */
type SuiteName = { readonly id: string } | { readonly suite: string };
