import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { hasGit } from "../../../../../fixtures/fakes/git/real-git.ts";
import { treeId } from "../object-id.ts";
import { diffStat, numStat } from "./diff-stat.ts";
import { diffTrees } from "./diff-trees.ts";
import { unifiedDiff } from "./unified-diff.ts";

const top = realpathSync(mkdtempSync(join(tmpdir(), "flowproof-diff-")));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const env = { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };

function git(args: readonly string[], input?: string): string {
  const options = { cwd: top, env, encoding: "utf8", stdio: "pipe" } as const;
  return execFileSync("git", args, input === undefined ? options : { ...options, input });
}

if (hasGit()) git(["init", "-q", "-b", "main"]);

/** The id of a tree, made by git itself. */
function storeTree(files: ReadonlyMap<string, string>): string {
  git(["read-tree", "--empty"]);
  const entries = [...files].map(([path, text]) => {
    const id = git(["hash-object", "-w", "--stdin"], text).trim();
    return `100644 ${id}\t${path}\0`;
  });
  git(["update-index", "-z", "--add", "--index-info"], entries.join(""));
  return git(["write-tree"]).trim();
}

const line = fc.constantFrom(
  "",
  "",
  "a",
  "b",
  "c",
  "}",
  "  a",
  "  b",
  "    c",
  "\tx",
  "function f() {",
  "end  ",
  "ä",
);
const content = fc
  .tuple(fc.array(line, { maxLength: 24 }), fc.boolean())
  .map(([lines, ends]) => lines.join("\n") + (ends && lines.length > 0 ? "\n" : ""));
const path = fc.constantFrom(
  "a.txt",
  "b c.txt",
  "src/a.txt",
  "src/deep/a.txt",
  "ä.txt",
  'q"x',
  "src-x",
  "src/b",
);
const tree = fc.array(fc.tuple(path, content), { maxLength: 5 }).map((files) => new Map(files));

describe.skipIf(!hasGit())("against git itself (skipped where there is none)", () => {
  test("trees of any files have the ids that git gives, and their differences its text", () => {
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const one = storeTree(before);
        const other = storeTree(after);
        expect(treeId(before)).toBe(one);
        expect(unifiedDiff(before, after)).toBe(git(["diff", one, other]));
        expect(diffStat(diffTrees(before, after))).toBe(git(["diff", "--stat", one, other]));
        expect(numStat(diffTrees(before, after))).toBe(git(["diff", "--numstat", one, other]));
      }),
      { seed: 8, numRuns: 20 },
    );
  });
});
