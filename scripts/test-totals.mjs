// Prints the closing lines of Vitest, found in a log, without colors; then its totals once more as one
// plain line, `N passed, N failed, N skipped`, for programs that read logs.
import { readFileSync } from "node:fs";
import { argv, exit, stdout } from "node:process";
import { stripVTControlCharacters } from "node:util";

const log = stripVTControlCharacters(readFileSync(argv[2] ?? "", "utf8"));
const closing = log.split("\n").filter((each) => /^ *(Test Files|Tests|Duration) +\d/.test(each));
const line = closing.findLast((each) => each.trimStart().startsWith("Tests"));
if (line === undefined) {
  stdout.write("no totals in the log of the tests\n");
  exit(1);
}
const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
stdout.write(`${closing.join("\n")}\n`);
stdout.write(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped\n`);
