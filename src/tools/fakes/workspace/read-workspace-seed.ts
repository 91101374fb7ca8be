import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { compileMatcher } from "../../../core/match/compile-matcher.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import { MatcherError } from "../../../core/match/matcher-error.ts";
import type { Matcher } from "../../../core/match/matcher.ts";
import { compileSchema } from "../../../schema/index.ts";
import { foldersOf } from "../git/paths/untracked.ts";
import { isBranchName } from "../git/read-revision.ts";
import type { ReadSeed, SeedProblem } from "../seed-problem.ts";
import { seedTime } from "../seed-time.ts";
import type { CommandRule, FileChanges, GitSeed, WorkspaceSeed } from "./workspace-seed.ts";

const defaults = {
  now: "2026-01-05T09:00:00Z",
  name: "GitLab Duo",
  email: "gitlab-duo@example.com",
  message: "Initial commit",
  remote: "https://gitlab.example.com/group/project.git",
} as const;

type Path = readonly (string | number)[];

/** Reads a block; its shape is the schema's business, what the schema cannot say is a problem here. */
export function readWorkspaceSeed(block: JsonObject): ReadSeed<WorkspaceSeed> {
  const problems: SeedProblem[] = [];
  const { project } = block;
  const folders = isJsonArray(block["folders"]) ? block["folders"] : [];
  const seed: WorkspaceSeed = {
    ...(typeof project === "string" && { project }),
    files: readFiles(block["files"], ["files"], problems),
    folders: folders.flatMap((folder, index) => {
      return typeof folder === "string" ? readFolder(folder, ["folders", index], problems) : [];
    }),
    git: block["git"] === false ? false : readGit(objectOf(block["git"]), problems),
    commands: listOf(block["commands"]).flatMap((rule, index) => {
      return isJsonObject(rule) ? readCommand(rule, ["commands", index], problems) : [];
    }),
    now: readNow(block["now"], problems),
  };
  return { seed, problems };
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function textOf(value: JsonValue | undefined, fallback: string): string {
  return typeof value === "string" ? value : fallback;
}

function readNow(value: JsonValue | undefined, problems: SeedProblem[]): string {
  const now = textOf(value, defaults.now);
  const ms = seedTime(now);
  if (ms !== undefined) return new Date(ms).toISOString().replace(/\.000Z$/, "Z");
  const hint = "write it as 2026-01-05T09:00:00Z";
  problems.push({ path: ["now"], atKey: false, message: `"${now}" is no time`, hint });
  return defaults.now;
}

function readGit(block: JsonObject, problems: SeedProblem[]): GitSeed {
  const user = objectOf(block["user"]);
  const branches = Object.entries(objectOf(block["branches"]));
  const named = [
    ...branches.map(([name]) => ["branches", name]),
    ["branch", textOf(block["branch"], "main")],
  ];
  for (const [key = "", name = ""] of named) {
    if (isBranchName(name)) continue;
    const path = key === "branch" ? ["git", "branch"] : ["git", "branches", name];
    problems.push({ path, atKey: key !== "branch", message: `"${name}" is no name for a branch` });
  }
  return {
    branch: typeof block["branch"] === "string" ? block["branch"] : undefined,
    user: {
      name: textOf(user["name"], defaults.name),
      email: textOf(user["email"], defaults.email),
    },
    message: textOf(block["message"], defaults.message),
    remote: textOf(block["remote"], defaults.remote),
    uncommitted: readFiles(block["uncommitted"], ["git", "uncommitted"], problems),
    branches: new Map(
      branches.map(([name, value]) => {
        const branch = objectOf(value);
        const files = readFiles(branch["files"], ["git", "branches", name, "files"], problems);
        return [name, { files, message: textOf(branch["message"], `Work on ${name}`) }];
      }),
    ),
  };
}

function readFiles(value: JsonValue | undefined, path: Path, problems: SeedProblem[]): FileChanges {
  const files = new Map<string, string | null>();
  for (const [name, text] of Object.entries(objectOf(value))) {
    if (text !== null && typeof text !== "string") continue;
    const wrong = pathProblem(name);
    if (wrong === undefined) files.set(name, text);
    else problems.push({ path: [...path, name], atKey: true, ...wrong });
  }
  for (const [name, text] of files) {
    const file =
      text === null
        ? undefined
        : foldersOf(name).find((folder) => typeof files.get(folder) === "string");
    if (file === undefined) continue;
    const message = `${file} is a file, so there cannot be a ${name}`;
    problems.push({ path: [...path, name], atKey: true, message });
  }
  return files;
}

function readFolder(folder: string, path: Path, problems: SeedProblem[]): readonly string[] {
  const wrong = pathProblem(folder);
  if (wrong === undefined) return [folder];
  problems.push({ path, atKey: false, ...wrong });
  return [];
}

function pathProblem(path: string): Pick<SeedProblem, "hint" | "message"> | undefined {
  const names = path.split("/");
  if (names[0] === ".git") {
    return {
      message: `${path} is git's own`,
      hint: "what the repository holds is said under `git`",
    };
  }
  if (path !== "" && !path.includes("\0") && !names.some((name) => ["", ".", ".."].includes(name)))
    return undefined;
  return {
    message: `"${path}" is no path in the workspace`,
    hint: "write it from the workspace's root, with forward slashes, without a leading one: src/sum.js",
  };
}

function readCommand(
  block: JsonObject,
  path: Path,
  problems: SeedProblem[],
): readonly CommandRule[] {
  const run = readMatcher(block["run"] ?? null, [...path, "run"], problems);
  const when = new Map<string, Matcher | null>();
  for (const [name, spec] of Object.entries(objectOf(objectOf(block["when"])["files"]))) {
    const matcher =
      spec === null ? null : readMatcher(spec, [...path, "when", "files", name], problems);
    if (matcher !== undefined) when.set(name, matcher);
  }
  if (run === undefined) return [];
  const { exit_code: exitCode } = block;
  return [
    {
      run,
      when,
      exitCode: typeof exitCode === "number" ? exitCode : 0,
      output: textOf(block["output"], ""),
      writes: readFiles(block["writes"], [...path, "writes"], problems),
    },
  ];
}

function readMatcher(spec: JsonValue, path: Path, problems: SeedProblem[]): Matcher | undefined {
  try {
    return compileMatcher(spec, { compileSchema });
  } catch (error) {
    if (!(error instanceof MatcherError)) throw error;
    for (const problem of error.problems) {
      const { message, hint } = problem;
      problems.push({
        path: [...path, ...problem.path],
        atKey: false,
        message,
        ...(hint !== undefined && { hint }),
      });
    }
    return undefined;
  }
}
