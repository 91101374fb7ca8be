import { accessLevels, lastSegment, type Group, type Owner, type Project } from "./owner.ts";
import type { SeedBlock } from "./seed-block.ts";
import type { AnyPart, PartOwner } from "./world.ts";

/** The instance itself, with what belongs to no group or project. */
export function readInstance(block: SeedBlock, parts: readonly AnyPart[]): Owner {
  const owner = { kind: "instance", path: "" } as const;
  return {
    ...owner,
    id: 0,
    name: "GitLab",
    description: null,
    visibility: "public",
    access: "write",
    createdAt: block.context.now,
    parts: readParts(block, owner, parts),
  };
}

/** A group, with what is in it. */
export function readGroup(path: string, block: SeedBlock, parts: readonly AnyPart[]): Group {
  const owner = { kind: "group", path } as const;
  return { ...owner, ...readNamespace(owner, block), parts: readParts(block, owner, parts) };
}

/** A project, with what is in it. */
export function readProject(path: string, block: SeedBlock, parts: readonly AnyPart[]): Project {
  const owner = { kind: "project", path } as const;
  if (!path.includes("/")) {
    block.problemHere(`"${path}" is not the full path of a project`, "write it as group/project");
  }
  return {
    ...owner,
    ...readNamespace(owner, block),
    defaultBranch: block.text("default_branch", "main"),
    archived: block.flag("archived"),
    topics: block.texts("topics"),
    parts: readParts(block, owner, parts),
  };
}

function readNamespace(
  { kind, path }: PartOwner,
  block: SeedBlock,
): Omit<Group, "kind" | "parts" | "path"> {
  const access = block.text("access", "write");
  return {
    id: block.id(kind),
    name: block.text("name", titled(lastSegment(path))),
    description: block.optionalText("description") ?? null,
    visibility: block.text("visibility", "private"),
    access: accessLevels.find((level) => level === access) ?? "write",
    createdAt: block.time("created_at"),
    members: readMembers(block),
  };
}

function readMembers(block: SeedBlock): ReadonlyMap<string, string> {
  const members = block.block("members");
  return new Map(
    Object.keys(members.json)
      .filter((username) => members.value(username) !== null)
      .map((username) => {
        if (!block.context.users.includes(username)) {
          members.problem(username, `there is no user "${username}"`);
        }
        return [username, members.text(username, "developer")];
      }),
  );
}

function readParts(
  block: SeedBlock,
  owner: PartOwner,
  parts: readonly AnyPart[],
): ReadonlyMap<string, unknown> {
  return new Map(parts.map((part) => [part.name, part.read(block, owner)]));
}

/** `web-shop` as people would call it. */
function titled(segment: string): string {
  return segment
    .split(/[-_]/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join(" ");
}
