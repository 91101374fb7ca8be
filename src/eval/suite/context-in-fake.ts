import type { RunContext } from "../../engine/index.ts";
import type { FakeSeeds } from "../../tools/index.ts";

/**
 * A context in which a project or namespace is the one of that path in the fake GitLab: what the session
 * tells of it, the tools must know. What the suite says itself counts more.
 */
export function contextInFake(context: RunContext, { gitlab }: FakeSeeds): RunContext {
  const { project, namespace } = context;
  const inProject = gitlab?.projects.get(pathOf(project) ?? "");
  const inGroup = gitlab?.groups.get(pathOf(namespace) ?? "");
  return {
    ...context,
    ...(inProject !== undefined && {
      project: {
        id: inProject.id,
        path: inProject.path,
        webUrl: `${gitlab?.url ?? ""}/${inProject.path}`,
        httpUrlToRepo: `${gitlab?.url ?? ""}/${inProject.path}.git`,
        defaultBranch: inProject.defaultBranch,
        ...said(project),
      },
    }),
    ...(inGroup !== undefined && {
      namespace: { id: inGroup.id, path: inGroup.path, name: inGroup.name, ...said(namespace) },
    }),
  };
}

function pathOf(place: RunContext["project"] | RunContext["namespace"]): string | undefined {
  if (typeof place === "string") return place;
  return typeof place === "object" ? place?.path : undefined;
}

/** What is written, without what is not. */
function said<Place extends object>(
  place: Place | string | number | null | undefined,
): Partial<Place> {
  if (typeof place !== "object" || place === null) return {};
  const written: Partial<Place> = {};
  for (const key in place) if (place[key] !== undefined) written[key] = place[key];
  return written;
}
