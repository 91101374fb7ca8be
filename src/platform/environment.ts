import process from "node:process";

/** The variables of this process, for code that has no program around it to hand them in. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}

/** The version of Node.js that runs this. */
export const nodeVersion: string = process.versions.node;
