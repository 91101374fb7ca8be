import type { Diagnostic } from "../diagnostic.ts";
import type { Fix } from "../rule/fix.ts";
import { applyEdits, compatible } from "./apply-edits.ts";

/** Says what is found in a text; what nobody wants to hear is left out, and so is not repaired. */
export type Find = (text: string) => readonly Diagnostic[];

export interface FixOptions {
  readonly find: Find;
  /** What the service refuses, whatever else is wanted: a repair must not add to it. */
  readonly serviceErrors: Find;
}

export interface FixedText {
  readonly text: string;
  /** The repaired findings, in the order in which they were repaired. */
  readonly fixed: readonly Diagnostic[];
  /** How many findings there were at first. */
  readonly found: number;
  /** What is left. */
  readonly remaining: readonly Diagnostic[];
}

type Fixable = Diagnostic & { readonly fix: Fix };

/** A repair may bring others to light, or have to wait for one beside it; this ends what never ends. */
const maxRounds = 10;

/**
 * Repairs what can be repaired in a text, as if each repair were made by hand: where two touch, one
 * waits for the next round; one after which the service would refuse more than before is not made.
 */
export function fixText(text: string, options: FixOptions): FixedText {
  const refused = new Set<string>();
  const fixed: Diagnostic[] = [];
  let current = text;
  let remaining = options.find(current);
  const found = remaining.length;
  for (let round = 0; round < maxRounds; round += 1) {
    const open = remaining.filter(isFixable).filter((each) => !refused.has(keyOf(each)));
    const chosen = compatible(open);
    if (chosen.length === 0) break;
    const made = apply(current, chosen, options);
    // What comes back after its repair would be repaired for ever.
    for (const each of chosen) refused.add(keyOf(each));
    if (made.text === current) continue;
    fixed.push(...made.done);
    current = made.text;
    remaining = options.find(current);
  }
  return { text: current, fixed, found, remaining };
}

interface Made {
  readonly text: string;
  readonly done: readonly Diagnostic[];
}

/** All repairs together, or one by one where together they do harm. */
function apply(text: string, chosen: readonly Fixable[], { serviceErrors }: FixOptions): Made {
  const before = new Set(serviceErrors(text).map(keyOf));
  const isSafe = (changed: string): boolean => {
    return serviceErrors(changed).every((found) => before.has(keyOf(found)));
  };
  const together = applyEdits(text, editsOf(chosen));
  if (isSafe(together)) return { text: together, done: chosen };
  const done: Fixable[] = [];
  for (const found of chosen) {
    if (isSafe(applyEdits(text, editsOf([...done, found])))) done.push(found);
  }
  return { text: applyEdits(text, editsOf(done)), done };
}

function editsOf(found: readonly Fixable[]): Fix["edits"] {
  return found.flatMap(({ fix }) => fix.edits);
}

function isFixable(found: Diagnostic): found is Fixable {
  return found.fix !== undefined;
}

/** Lines move while a text is repaired. */
function keyOf({ rule, code = "", pointer, message }: Diagnostic): string {
  return JSON.stringify([rule, code, pointer, message]);
}
