import { compileScript } from "../script/compile-script.ts";
import type { ScriptFileEntry } from "../script/script-file.ts";
import type { Script } from "../script/script.ts";

/** A script for tests, without a file. */
export function scriptOf(replies: readonly ScriptFileEntry[]): Script {
  const file = "test.script.yml";
  return compileScript({ script: "test", replies }, { file, placeOf: () => ({ file }) });
}
