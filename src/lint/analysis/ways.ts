import type { Flow } from "../../flow/index.ts";

/** Which components a run of a flow goes through, and in which order it can. */
export interface FlowWays {
  /** Components that a run can get to; a supervisor brings its subagents with it. */
  readonly reachable: ReadonlySet<string>;
  /** What follows a component directly; nothing follows `end`, `abort` and components without a router. */
  next(name: string): readonly string[];
  /** Everything that a run may come through after a component. */
  following(name: string): ReadonlySet<string>;
  /** Whom a component belongs to, if it is a subagent. */
  supervisorOf(name: string): string | undefined;
  /** Whether the first may have run when a run gets to the second for the first time. */
  mayPrecede(first: string, second: string): boolean;
  /** Whether a run that has come to the second may run the first, and then the second again. */
  mayFollow(first: string, second: string): boolean;
  /** Whether the first has run on every way to the second. */
  alwaysPrecedes(first: string, second: string): boolean;
}

const known = new WeakMap<Flow, FlowWays>();

/** The ways of a flow whose graph is sound. That a route can never be taken, is said of the route alone. */
export function waysOf(flow: Flow): FlowWays {
  const ways = known.get(flow) ?? new Ways(flow);
  known.set(flow, ways);
  return ways;
}

class Ways implements FlowWays {
  readonly reachable: ReadonlySet<string>;
  private readonly entry: string;
  private readonly targets: ReadonlyMap<string, readonly string[]>;
  private readonly supervisors = new Map<string, string>();
  private readonly without = new Map<string, ReadonlySet<string>>();

  constructor({ entryPoint, components, routers }: Flow) {
    this.entry = entryPoint;
    this.targets = new Map(
      routers.map((router) => {
        if (router.type === "simple") return [router.from, [router.to]];
        return [router.from, router.routes.map(({ to }) => to)];
      }),
    );
    const reachable = new Set(this.from([entryPoint]));
    for (const component of components) {
      if (component.type !== "AgentComponent") continue;
      for (const { name } of component.subagents) {
        this.supervisors.set(name, component.name);
        if (reachable.has(component.name)) reachable.add(name);
      }
    }
    this.reachable = reachable;
  }

  next(name: string): readonly string[] {
    return this.targets.get(name) ?? [];
  }

  following(name: string): ReadonlySet<string> {
    return this.from(this.next(name));
  }

  supervisorOf(name: string): string | undefined {
    return this.supervisors.get(name);
  }

  mayPrecede(first: string, second: string): boolean {
    const target = this.node(second);
    const producer = this.node(first);
    if (producer === target || !this.reachedWithout(target).has(producer)) return false;
    return this.from([producer]).has(target);
  }

  mayFollow(first: string, second: string): boolean {
    const producer = this.node(first);
    const reader = this.node(second);
    return this.from(this.next(reader)).has(producer) && this.from([producer]).has(reader);
  }

  alwaysPrecedes(first: string, second: string): boolean {
    const producer = this.node(first);
    return producer !== this.node(second) && !this.reachedWithout(producer).has(this.node(second));
  }

  /** A subagent runs when its supervisor does. */
  private node(name: string): string {
    return this.supervisors.get(name) ?? name;
  }

  /** What a run can get to that never goes through a component. */
  private reachedWithout(name: string): ReadonlySet<string> {
    const reached =
      this.without.get(name) ?? (this.entry === name ? new Set() : this.from([this.entry], name));
    this.without.set(name, reached);
    return reached;
  }

  private from(names: readonly string[], avoided?: string): ReadonlySet<string> {
    const reached = new Set(names);
    // A set is walked in the order of insertion, also over what is added on the way.
    for (const name of reached) {
      for (const next of this.next(name)) if (next !== avoided) reached.add(next);
    }
    return reached;
  }
}
