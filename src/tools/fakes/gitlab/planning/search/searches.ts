import { choiceParam, flagParam } from "../../core/params.ts";
import { basicUser } from "../../core/user.ts";
import type { Search } from "../../core/world.ts";
import { issueEntity } from "../issues/issue-entity.ts";
import { milestoneEntity } from "../milestones/milestone.ts";
import { milestonesPart } from "../milestones/milestones-part.ts";
import { projectEntity } from "../projects/project-entity.ts";
import { membersOf } from "../users/members.ts";
import { isNamed } from "../users/user-routes.ts";
import { containsWords, hasState, hasWords, wordsOf } from "../work-items/conditions.ts";
import { noteEntity } from "../work-items/note-entity.ts";
import { visibleItems, visibleNotes } from "../work-items/work-item-store.ts";

const searchIssues: Search = ({ world, owner, text, params }) => {
  if (owner.kind === "group") return [];
  const state = choiceParam(params, "state", ["opened", "closed", "all"]) ?? "all";
  const confidential = flagParam(params, "confidential");
  const conditions = [isAbout(text), hasState(state)];
  return visibleItems(world, owner)
    .filter((item) => conditions.every((condition) => condition(item)))
    .filter(({ isConfidential }) => confidential === undefined || isConfidential === confidential)
    .map((item) => issueEntity(world, owner, item));
};

/** `#7` means the issue of that number. */
function isAbout(text: string): ReturnType<typeof hasWords> {
  const number = /^#([0-9]{1,9})$/.exec(text.trim())?.[1];
  return number === undefined ? hasWords(text) : ({ iid }) => iid === Number(number);
}

const searchNotes: Search = ({ world, owner, text }) => {
  const words = wordsOf(text);
  return visibleItems(world, owner).flatMap((item) =>
    visibleNotes(world, item)
      .filter(({ body, isSystem }) => !isSystem && containsWords(body, words))
      .map((note) => noteEntity(world, item, note)),
  );
};

const searchMilestones: Search = ({ world, owner, text }) => {
  const words = wordsOf(text);
  return world
    .part(milestonesPart, owner)
    .rows.filter(({ title, description }) => containsWords(`${title} ${description ?? ""}`, words))
    .map((milestone) => milestoneEntity(milestone, owner, world));
};

const searchUsers: Search = ({ world, owner, text }) =>
  membersOf(world, owner)
    .filter(({ user }) => isNamed(user, text))
    .map(({ user }) => basicUser(user, world.url));

const searchProjects: Search = ({ world, owner, text }) => {
  if (owner.kind === "group") return [];
  const { name, path, description } = owner;
  const isFound = containsWords(`${name} ${path} ${description ?? ""}`, wordsOf(text));
  return isFound ? [projectEntity(world, owner)] : [];
};

/** What the search API finds of what is planned. */
export const planningSearches: Readonly<Record<string, Search>> = {
  issues: searchIssues,
  notes: searchNotes,
  milestones: searchMilestones,
  users: searchUsers,
  projects: searchProjects,
};
