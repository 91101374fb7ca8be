// Prints Vitest's totals, found in a log, as one plain line: `N passed, N failed, N skipped`.
import { readFileSync } from "node:fs";
import { argv, exit, stdout } from "node:process";
import { stripVTControlCharacters } from "node:util";

const log = stripVTControlCharacters(readFileSync(argv[2] ?? "", "utf8"));
const line = log.split("\n").findLast((each) => /^ *Tests +\d/.test(each));
if (line === undefined) {
  stdout.write("no totals in the log of the tests\n");
  exit(1);
}
const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
stdout.write(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped\n`);
