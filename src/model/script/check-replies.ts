import { type Compilation, refuse, type ScriptPath } from "./compilation.ts";
import type { ScriptFileEntry } from "./script-file.ts";

/** A fault stands alone: there is nothing else to say in a response that is an error. */
export function checkReplies(
  entry: ScriptFileEntry,
  path: ScriptPath,
  compilation: Compilation,
): void {
  const lists = [
    { turns: entry.turns ?? [], at: [...path, "turns"] },
    ...(entry.variants ?? []).map((turns, index) => ({ turns, at: [...path, "variants", index] })),
  ];
  for (const { turns, at } of lists) {
    for (const [index, reply] of turns.entries()) {
      const says =
        reply.text !== undefined || reply.calls !== undefined || reply.stop !== undefined;
      if (reply.fault === undefined && !says) {
        refuse(compilation, [...at, index], {
          message: "a reply says nothing",
          hint: 'give it text, calls, stop or fault; `text: ""` is an empty reply',
        });
      }
      if (reply.fault !== undefined && (says || reply.usage !== undefined)) {
        refuse(compilation, [...at, index], {
          message: "a reply with a fault says nothing else",
          hint: "an entry answers the same request always alike; write the fault as a reply of its own",
        });
      }
    }
  }
}
