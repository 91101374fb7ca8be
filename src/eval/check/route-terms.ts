/** One thing that can be asked of a route. */
export interface RouteTerm {
  /** Completes "expected the route to …". */
  readonly words: string;
  holds(wanted: readonly string[], actual: readonly string[]): boolean;
}

/** What can be asked of a route, by its key. */
export const routeTerms: Readonly<Record<string, RouteTerm>> = {
  exact: {
    words: "be",
    holds(wanted, actual) {
      // Nearly every flow ends in `end`; nobody should have to write it.
      const open = wanted.at(-1) !== "end" && actual.at(-1) === "end";
      const whole = open ? actual.slice(0, -1) : actual;
      return whole.length === wanted.length && whole.every((name, index) => name === wanted[index]);
    },
  },
  in_order: {
    words: "visit in this order",
    holds(wanted, actual) {
      let met = 0;
      for (const name of actual) if (name === wanted[met]) met += 1;
      return met === wanted.length;
    },
  },
  contains: {
    words: "visit",
    holds: (wanted, actual) => wanted.every((name) => actual.includes(name)),
  },
  subset: {
    words: "visit nothing but",
    holds: (wanted, actual) => actual.every((name) => name === "end" || wanted.includes(name)),
  },
  not_contains: {
    words: "avoid",
    holds: (wanted, actual) => !wanted.some((name) => actual.includes(name)),
  },
};
