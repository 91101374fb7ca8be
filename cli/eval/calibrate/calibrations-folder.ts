import { resolve } from "node:path";

/** Where calibrations are kept, one file a judge; to be committed. */
export function calibrationsFolder(cwd: string): string {
  return resolve(cwd, "calibrations");
}
