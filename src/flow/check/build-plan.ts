import { suggest } from "../../core/text/suggest.ts";
import type { SubagentReference } from "../model/agent-component.ts";
import type { FlowComponent } from "../model/component.ts";
import type { Flow } from "../model/flow.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { builtInsOf } from "./built-ins.ts";
import { fieldOf } from "./flow-check.ts";
import { namesOfNameless } from "./nameless.ts";
import { comparedNames } from "./unknown-name.ts";

/** Which names exist once all components are built, as the service builds them. */
export interface BuildPlan {
  /** What routers and the entry point may name, but for `end` and `abort`. */
  readonly names: ReadonlySet<string>;
  /** Subagents, which belong to their supervisor and to nobody else. */
  readonly owners: ReadonlyMap<string, string>;
  /** Every name that is written, also where it cannot be had. */
  readonly written: ReadonlySet<string>;
  readonly problems: readonly FlowProblem[];
}

/** Supervisors wait for their subagents; apart from that, the order of the file decides. */
export function planBuild(draft: FlowDraft): BuildPlan {
  const plan = new Planner(draft);
  const waiting = draft.flow.components.filter((component) => !plan.buildUnlessWaiting(component));
  for (const component of waiting) plan.build(component);
  return plan;
}

class Planner implements BuildPlan {
  readonly names: Set<string>;
  readonly owners = new Map<string, string>();
  readonly problems: FlowProblem[] = [];
  readonly written: ReadonlySet<string>;
  private readonly flow: Flow;
  private readonly built = new Map<string, FlowComponent>();

  constructor(draft: FlowDraft) {
    const { flow, names } = draft;
    this.flow = flow;
    this.written = names;
    const readable = new Set(flow.components.map(({ name }) => name));
    // What could not be read is somebody's name all the same: one mistake, one message.
    this.names = new Set([
      ...[...names].filter((name) => !readable.has(name)),
      ...namesOfNameless(draft),
    ]);
  }

  buildUnlessWaiting(component: FlowComponent): boolean {
    const isReady = subagentsOf(component).every(({ name }) => this.names.has(name));
    if (isReady) this.build(component);
    return isReady;
  }

  build(component: FlowComponent): void {
    const { name } = component;
    if (builtInsOf(this.flow).includes(name)) {
      const message = `a component cannot be named "${name}", which every flow has`;
      const place = fieldOf(this.flow, component, "name");
      this.problems.push({ ...place, rule: "E54", message, hint: "call it something else" });
      return;
    }
    if (this.names.has(name)) {
      const message = `there is already a component "${name}"`;
      const line = this.built.get(name)?.range.start.line;
      const hint = line === undefined ? undefined : `the other one begins on line ${line}`;
      const place = fieldOf(this.flow, component, "name");
      this.problems.push({ ...place, rule: "E54", message, hint });
      return;
    }
    for (const subagent of subagentsOf(component)) this.claim(component, subagent);
    if (!this.written.has(name)) return;
    this.names.add(name);
    this.built.set(name, component);
  }

  private claim(supervisor: FlowComponent, subagent: SubagentReference): void {
    const { name } = subagent;
    const place = fieldOf(this.flow, subagent, "name");
    const message = `component "${supervisor.name}" cannot have the subagent "${name}"`;
    if (!this.names.has(name) && !builtInsOf(this.flow).includes(name)) {
      this.problems.push({
        ...place,
        rule: "E90",
        message,
        hint: this.whyMissing(supervisor, name),
      });
      return;
    }
    const component = this.built.get(name);
    const isAgent = component?.type === "AgentComponent" && component.subagents.length === 0;
    const isBuiltIn = builtInsOf(this.flow).includes(name);
    // A component that bears the name is a mistake of its own.
    if (isBuiltIn && this.written.has(name)) return;
    if (isBuiltIn || (component !== undefined && !isAgent)) {
      const hint = "a subagent is an AgentComponent without subagents of its own";
      this.problems.push({ ...place, rule: "E91", message, hint });
      return;
    }
    if (cannotBeEnumMember(name)) {
      this.problems.push({
        ...place,
        rule: "E92",
        message,
        hint: "the service cannot use this name",
      });
    }
    this.names.delete(name);
    this.owners.set(name, supervisor.name);
  }

  private whyMissing(supervisor: FlowComponent, name: string): string {
    if (name === supervisor.name) return "a supervisor cannot delegate to itself";
    const owner = this.owners.get(name);
    if (owner !== undefined) return `it belongs to "${owner}" already`;
    const near = suggest(name, [...this.written].slice(0, comparedNames));
    return near === undefined ? "there is no such component" : `did you mean "${near}"?`;
  }
}

function subagentsOf(component: FlowComponent): readonly SubagentReference[] {
  return component.type === "AgentComponent" ? component.subagents : [];
}

/** Subagent names become members of a Python enum, which keeps some names for itself. */
function cannotBeEnumMember(name: string): boolean {
  return name === "mro" || /^_[^_](?:.*[^_])?_$/.test(name);
}
