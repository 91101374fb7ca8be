import type {
  FlowComponent,
  FlowInspection,
  FlowKnowledge,
  IOKey,
  NamedSpot,
  NullUse,
  StateKey,
  TemplateFacts,
} from "../../flow/index.ts";
import { hasSoundGraph } from "./faults.ts";
import type { Shape } from "./shape.ts";
import { stateOf } from "./state.ts";
import type { FlowTemplate } from "./template-sources.ts";
import { waysOf } from "./ways.ts";

type Inspected = FlowInspection & { readonly knowledge: FlowKnowledge };

/** The input under whose name a template sees a value; of several, the last one wins. */
function inputOf({ inputs }: FlowComponent, variable: string): IOKey | undefined {
  const byName = inputsByName.get(inputs) ?? new Map(inputs.map((key) => [key.variable, key]));
  inputsByName.set(inputs, byName);
  return byName.get(variable);
}

const inputsByName = new WeakMap<readonly IOKey[], ReadonlyMap<string, IOKey>>();

/** Where each name stands first. */
export function firstSpots({ names }: TemplateFacts): ReadonlyMap<string, NamedSpot> {
  return new Map(names.toReversed().map((spot) => [spot.name, spot]));
}

/** The names under which the users of a template give it values. */
export function suppliedTo({ users }: FlowTemplate): ReadonlySet<string> {
  return new Set(users.flatMap(({ inputs }) => inputs.map(({ variable }) => variable)));
}

/** Whether a variable is a text in whichever component uses the template. */
export function isText(input: Inspected, { users }: FlowTemplate, variable: string): boolean {
  return users.every((user) => {
    const key = inputOf(user, variable);
    if (key === undefined) return false;
    return key.target === undefined || shapeOf(input, key)?.kind === "text";
  });
}

function shapeOf(input: Inspected, key: StateKey): Shape | undefined {
  const reading = stateOf(input)(key);
  return reading.found ? reading.shape : undefined;
}

/** Places where a variable may be null and the template has not made sure, the first of each variable. */
export function unguarded(
  input: Inspected,
  template: FlowTemplate,
  effect: NullUse["effect"],
): readonly { readonly use: NullUse; readonly user: FlowComponent }[] {
  const told = new Set<string>();
  return template.facts.nullUses.flatMap((use) => {
    if (use.effect !== effect || told.has(use.name)) return [];
    const user = template.users.find((each) => mayBeNull(input, each, use));
    if (user === undefined) return [];
    told.add(use.name);
    return [{ use, user }];
  });
}

/** Where an optional value can be missing; that it always is, others say. */
function mayBeNull(input: Inspected, user: FlowComponent, { name, guards }: NullUse): boolean {
  const key = inputOf(user, name);
  if (key?.target === undefined) return false;
  const reading = stateOf(input)(key);
  if (!reading.found) return false;
  const { shape, producer, group } = reading;
  const isOfAnswer = producer !== undefined && shape.nullable === true && shape.kind !== "any";
  if (!key.optional && !(isOfAnswer && key.path[1] === "final_answer")) return false;
  const isInput = key.path[0] === "inputs";
  const isSure = shape.nullable !== true && shape.kind !== "any" && !isInput;
  if (isSure && hasAlwaysRun(input, producer, user)) return false;
  if (group === undefined) return true;
  return ![...guards].some((guard) => {
    const other = inputOf(user, guard);
    const found = other?.target === undefined ? undefined : stateOf(input)(other);
    return found?.found === true && tellsOf(found.group, group);
  });
}

function hasAlwaysRun(
  input: Inspected,
  producer: string | undefined,
  user: FlowComponent,
): boolean {
  if (producer === undefined) return true;
  return hasSoundGraph(input) && waysOf(input.flow).alwaysPrecedes(producer, user.name);
}

/** Whether values of one group are there where one of another is. */
function tellsOf(guard: string | undefined, group: string): boolean {
  if (guard === group) return true;
  const category = /^category:(.*)$/.exec(group)?.[1];
  return category !== undefined && guard?.startsWith(`field:${category}.`) === true;
}
