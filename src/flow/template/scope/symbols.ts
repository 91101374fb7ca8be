import type { Budget } from "../runtime/budget.ts";

/** Where a variable lives while a template runs. */
export type Slot = number;

/** How a variable gets its value when its scope begins. */
export type Load =
  /** It is given one by whoever begins the scope: a loop, a `with`, a macro. */
  | { readonly kind: "parameter" }
  /** It is looked up among the template's variables. */
  | { readonly kind: "resolve"; readonly name: string }
  /** It begins as the variable of that name outside. */
  | { readonly kind: "alias"; readonly from: Slot }
  /** It has none until something is assigned to it. */
  | { readonly kind: "undefined" };

/** Numbers the variables of one template or block, and bounds the work of finding them. */
export class SlotTable {
  readonly budget: Budget;
  private count = 0;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  get size(): number {
    return this.count;
  }

  next(): Slot {
    this.count += 1;
    return this.count - 1;
  }
}

/**
 * The names of one scope. Jinja2 decides from the text of a template, and not while it runs, what
 * a name means in a scope, and so do we: a name that is set anywhere in a scope belongs to it, and
 * what stands before the assignment, or in a loop inside, does not see the variable outside.
 */
export class Symbols {
  readonly parent: Symbols | undefined;
  readonly table: SlotTable;
  readonly loads: Map<Slot, Load>;
  readonly stores: Set<string>;
  private readonly refs: Map<string, Slot>;
  /** Shared with the copies for branches, so that a name has the same slot in all of them. */
  private readonly own: Map<string, Slot>;

  constructor(table: SlotTable, parent?: Symbols, original?: Symbols) {
    this.table = table;
    this.parent = parent;
    this.loads = new Map(original?.loads);
    this.stores = new Set(original?.stores);
    this.refs = new Map(original?.refs);
    this.own = original?.own ?? new Map<string, Slot>();
  }

  /** The same names once more, for a branch that may or may not be taken. */
  copy(): Symbols {
    this.table.budget.charge(this.loads.size + this.stores.size + this.refs.size);
    return new Symbols(this.table, this.parent, this);
  }

  findRef(name: string): Slot | undefined {
    this.table.budget.charge(1);
    return this.refs.get(name) ?? this.parent?.findRef(name);
  }

  /** The name is read. */
  load(name: string): void {
    if (this.findRef(name) === undefined) this.define(name, { kind: "resolve", name });
  }

  /** The name is assigned to. */
  store(name: string): void {
    this.stores.add(name);
    if (this.refs.has(name)) return;
    const outer = this.parent?.findRef(name);
    this.define(name, outer === undefined ? { kind: "undefined" } : { kind: "alias", from: outer });
  }

  /** The name is given its value at the beginning of the scope. */
  declareParameter(name: string): Slot {
    this.stores.add(name);
    return this.define(name, { kind: "parameter" });
  }

  /** Takes over what the branches of an `if` read and set, which may or may not have happened. */
  mergeBranches(branches: readonly Symbols[]): void {
    const stored = branches.flatMap((branch) => [...branch.stores]);
    const added = new Set(stored.filter((name) => !this.stores.has(name)));
    for (const branch of branches) this.take(branch);
    for (const name of added) {
      const slot = this.findRef(name);
      const outer = this.parent?.findRef(name);
      if (slot === undefined) continue;
      this.loads.set(
        slot,
        outer === undefined ? { kind: "resolve", name } : { kind: "alias", from: outer },
      );
    }
  }

  /** Every name that this scope or one around it sets, with the slot that counts here. */
  allStores(): ReadonlyMap<string, Slot> {
    const found = new Map<string, Slot>();
    for (const name of this.storedNames()) {
      const slot = this.findRef(name);
      if (slot !== undefined) found.set(name, slot);
    }
    return found;
  }

  private storedNames(): ReadonlySet<string> {
    return new Set([...this.stores, ...(this.parent?.storedNames() ?? [])]);
  }

  private take(branch: Symbols): void {
    this.table.budget.charge(branch.loads.size + branch.stores.size + branch.refs.size);
    for (const [name, slot] of branch.refs) this.refs.set(name, slot);
    for (const [slot, load] of branch.loads) this.loads.set(slot, load);
    for (const name of branch.stores) this.stores.add(name);
  }

  private define(name: string, load: Load): Slot {
    const slot = this.own.get(name) ?? this.table.next();
    this.own.set(name, slot);
    this.refs.set(name, slot);
    this.loads.set(slot, load);
    return slot;
  }
}
