import { statName } from "../../repository/diff/diff-stat.ts";
import type { FileChange } from "../../repository/diff/diff-trees.ts";
import { quotePath } from "../../repository/diff/quote-path.ts";

/** What is new about the files themselves: that there are any, or their names. */
export function modeLine(change: FileChange): string {
  switch (change.status) {
    case "A":
      return ` create mode 100644 ${quotePath(change.path)}\n`;
    case "D":
      return ` delete mode 100644 ${quotePath(change.path)}\n`;
    case "R":
      return ` rename ${statName(change)} (${change.similarity}%)\n`;
    case "M":
    default:
      return "";
  }
}
