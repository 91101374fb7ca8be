import type { FlowDraft } from "../read/flow-draft.ts";
import { builtInsOf } from "./built-ins.ts";

/**
 * Names that components without a readable one most likely have: those that are used and that nobody
 * has, as long as there are not more of them than such components.
 */
export function namesOfNameless(draft: FlowDraft): readonly string[] {
  const nameless = draft.root
    .child("components")
    .items()
    .filter((component) => typeof component.child("name").value !== "string");
  if (nameless.length === 0) return [];
  const builtIns = builtInsOf(draft.flow);
  const wanted = new Set(
    usedNames(draft).filter((name) => !draft.names.has(name) && !builtIns.includes(name)),
  );
  return wanted.size > nameless.length ? [] : [...wanted];
}

function usedNames({ flow, starts }: FlowDraft): readonly string[] {
  const targets = flow.routers.flatMap((router) => {
    return router.type === "simple" ? [router.to] : router.routes.map(({ to }) => to);
  });
  const subagents = flow.components.flatMap((component) => {
    return component.type === "AgentComponent" ? component.subagents : [];
  });
  const entry = flow.entryPoint === "" ? [] : [flow.entryPoint];
  return [...starts, ...targets, ...subagents.map(({ name }) => name), ...entry];
}
