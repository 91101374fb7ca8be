import { fileURLToPath } from "node:url";
import { diskFiles } from "../../platform/index.ts";

/** The version of this package. */
export async function ownVersion(): Promise<string> {
  // The sources lie three folders below package.json, the build four.
  for (const path of ["../../../package.json", "../../../../package.json"]) {
    const text = await diskFiles.read(fileURLToPath(new URL(path, import.meta.url)));
    if (text === undefined) continue;
    const { version }: { version: string } = JSON.parse(text);
    return version;
  }
  return "unknown";
}
