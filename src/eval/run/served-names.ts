import type { ChatReply, ModelRole } from "../../model/index.ts";
import type { ServedModels } from "../../record/index.ts";
import { isScript } from "./model-choice.ts";

/** Which models answered a trial, as they call themselves: a name may stand for several versions. */
export class ServedNames {
  private readonly names: Readonly<Record<ModelRole, Set<string>>> = {
    agent: new Set(),
    judge: new Set(),
  };

  /** @param model the one that was asked; scripts have no versions. */
  add(role: ModelRole, model: string, { servedModel }: Pick<ChatReply, "servedModel">): void {
    if (!isScript(model)) this.names[role].add(servedModel);
  }

  /** Sorted; left out where no model answered. */
  record(): { readonly servedModels?: ServedModels } {
    const { agent, judge } = this.names;
    if (agent.size === 0 && judge.size === 0) return {};
    return { servedModels: { agent: [...agent].toSorted(), judge: [...judge].toSorted() } };
  }
}
