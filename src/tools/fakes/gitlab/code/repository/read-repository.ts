import { didYouMean } from "../../../../../core/text/suggest.ts";
import type { SeedBlock } from "../../core/seed-block.ts";
import { clashOf, pathProblem } from "./file-path.ts";
import type { Changes, RepositorySeed, SeedBranch, SeedCommit } from "./repository-seed.ts";

/** Reads a project's `files`, `commits`, `branches` and `protected_branches`. */
export function readRepository(block: SeedBlock): RepositorySeed {
  const main = block.text("default_branch", "main");
  const first = readChanges(block, "files");
  const [message = "Initial commit", ...later] = messagesOf(block.block("branches").block(main));
  const author = block.context.currentUser;
  const said = (text: string, changes: Changes): SeedCommit => {
    return { message: text, author, at: block.time("created_at"), changes, comments: [] };
  };
  const mainCommits = [
    ...(first.size > 0 ? [said(message, first)] : []),
    ...later.map((text) => said(text, new Map())),
    ...block.list("commits").map(readCommit),
  ];
  const branches = block.blocks("branches").map(([name, branch]) => ({
    block: branch,
    branch: readBranch(name, branch, main),
  }));
  const ownMain = branches.find(({ branch }) => branch.name === main)?.branch.commits ?? [];
  const others = branches.filter(({ branch }) => branch.name !== main);
  const root = { name: main, from: undefined, commits: [...mainCommits, ...ownMain] };
  const hasRoot = root.commits.length > 0;
  return {
    branches: [...(hasRoot ? [root] : []), ...inOrder(others, hasRoot ? [main] : [])],
    protectedBranches: new Set(
      block.value("protected_branches") === null ? [main] : block.texts("protected_branches"),
    ),
  };
}

function readBranch(name: string, block: SeedBlock, main: string): SeedBranch {
  const from = name === main ? undefined : block.text("from", main);
  const messages = messagesOf(block);
  if (messages.length > 0) {
    if (name === main) return { name, from, commits: [] };
    const last = messages.length - 1;
    const commits = messages.map((message, index) => {
      const commit = readCommit(block);
      return { ...commit, message, changes: index === last ? commit.changes : new Map() };
    });
    return { name, from, commits };
  }
  const hasOwn =
    Object.keys(block.block("files").json).length > 0 || block.value("message") !== null;
  return {
    name,
    from,
    commits: [...(hasOwn ? [readCommit(block)] : []), ...block.list("commits").map(readCommit)],
  };
}

/** Commits of which only messages are known, as a state shows them: the last of a branch made all of its changes. */
function messagesOf(block: SeedBlock): readonly string[] {
  const commits = block.value("commits");
  const isPlain = Array.isArray(commits) && commits.every((each) => typeof each === "string");
  return isPlain ? block.texts("commits") : [];
}

function readCommit(block: SeedBlock): SeedCommit {
  return {
    message: block.text("message", "Change files"),
    author: block.user("author"),
    at: block.time("at"),
    changes: readChanges(block, "files"),
    comments: block.list("comments").map((comment) => ({
      author: comment.user("author"),
      note: comment.text("note", ""),
      path: comment.optionalText("path") ?? null,
      line: comment.number("line") ?? null,
      createdAt: comment.time("created_at"),
    })),
  };
}

function readChanges(block: SeedBlock, key: string): Changes {
  const files = block.block(key);
  const changes = new Map(
    Object.entries(files.json).map(([path, text]) => {
      const problem = pathProblem(path);
      if (problem !== undefined) files.problem(path, problem, "write it as src/sum.js");
      return [path, typeof text === "string" ? text : null];
    }),
  );
  const texts = [...changes].filter(([, text]) => text !== null).map(([path]) => path);
  const clash = clashOf(texts);
  if (clash !== undefined) files.problem(clash, `"${clash}" is both a file and a folder`);
  return changes;
}

interface Placed {
  readonly block: SeedBlock;
  readonly branch: SeedBranch;
}

/** Branches after those that they were made from. */
function inOrder(branches: readonly Placed[], known: readonly string[]): readonly SeedBranch[] {
  const placed = new Set(known);
  const ordered: SeedBranch[] = [];
  let waiting = branches;
  while (waiting.length > 0) {
    const ready = waiting.filter(
      ({ branch }) => branch.from !== undefined && placed.has(branch.from),
    );
    if (ready.length === 0) break;
    for (const { branch } of ready) {
      placed.add(branch.name);
      ordered.push(branch);
    }
    waiting = waiting.filter(({ branch }) => !placed.has(branch.name));
  }
  const names = [...placed, ...waiting.map(({ branch }) => branch.name)];
  for (const { block, branch } of waiting) report(block, branch.from ?? "", names);
  return ordered;
}

function report(block: SeedBlock, from: string, names: readonly string[]): void {
  const message = names.includes(from)
    ? `the branch "${from}" is itself made from this one`
    : `there is no branch "${from}" to make it from`;
  block.problem("from", message, didYouMean(from, names.toSorted()));
}
