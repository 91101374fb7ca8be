import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { type GitlabSeed, readGitlabSeed } from "./gitlab/gitlab.ts";
import type { SeedProblem } from "./seed-problem.ts";
import { readWorkspaceSeed, type WorkspaceSeed } from "./workspace/workspace.ts";

/** What the fakes of a case begin with; shared by all of its trials, and never changed. */
export interface FakeSeeds {
  readonly workspace?: WorkspaceSeed;
  readonly gitlab?: GitlabSeed;
  /** The block that they were read from. */
  readonly block: JsonObject;
}

export interface ReadFakes {
  readonly seeds: FakeSeeds;
  /** Their paths begin with the name of the fake. */
  readonly problems: readonly SeedProblem[];
}

/** Reads a `fakes:` block that fits its schema; files that it names are in it already. */
export function readFakes(block: JsonValue | undefined): ReadFakes {
  const { workspace, gitlab } = isJsonObject(block) ? block : {};
  const project = blockOf(workspace)?.["project"];
  const read = {
    ...(isJsonObject(workspace) && { workspace: readWorkspaceSeed(withoutFrom(workspace)) }),
    ...(isJsonObject(gitlab) && { gitlab: readGitlabSeed(withoutFrom(gitlab)) }),
  };
  return {
    seeds: {
      ...(read.workspace && { workspace: read.workspace.seed }),
      ...(read.gitlab && { gitlab: read.gitlab.seed }),
      block: isJsonObject(block) ? block : {},
    },
    problems: [
      ...within("workspace", read.workspace?.problems),
      ...within("gitlab", read.gitlab?.problems),
      ...(typeof project === "string" ? projectProblems(project, gitlab) : []),
    ],
  };
}

/** A workspace that is a clone needs what it was cloned from. */
function projectProblems(path: string, gitlab: JsonValue | undefined): readonly SeedProblem[] {
  const projects = blockOf(blockOf(gitlab)?.["projects"]);
  if (projects !== undefined && Object.hasOwn(projects, path)) return [];
  const known = Object.keys(projects ?? {});
  return [
    {
      path: ["workspace", "project"],
      atKey: false,
      message: `the fake gitlab has no project ${path}`,
      hint:
        known.length === 0
          ? "say what it holds under `fakes: { gitlab: { projects: … } }`"
          : `its projects are ${known.join(", ")}`,
    },
  ];
}

function blockOf(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

function withoutFrom(block: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(block).filter(([key]) => key !== "from"));
}

function within(name: string, problems: readonly SeedProblem[] = []): readonly SeedProblem[] {
  return problems.map((problem) => ({ ...problem, path: [name, ...problem.path] }));
}
