import { didYouMean, suggest } from "../../core/text/suggest.ts";
import { type ConditionalRouter, defaultRoute } from "../../flow/index.ts";
import type { Shape } from "./shape.ts";
import type { State } from "./state.ts";

/** What a router may have to decide by, as texts. */
export interface RouteValues {
  /** Every text that may come; undefined where they cannot be counted. */
  readonly texts: readonly string[] | undefined;
  /** Whether a text may come at all. */
  readonly allows: (text: string) => boolean;
  /** What to write instead of a text that never comes. */
  readonly adviceFor: (text: string) => string;
}

/** The texts that the input of a condition can have; undefined where nothing is known of it. */
export function routeValues({ input }: ConditionalRouter, state: State): RouteValues | undefined {
  if (input.target === undefined) return undefined;
  const reading = state(input);
  if (!reading.found) return undefined;
  const mayBeNull = input.optional || reading.shape.nullable === true;
  return valuesOf(mayBeNull ? { ...reading.shape, nullable: true } : reading.shape);
}

function valuesOf({ kind, texts, nullable }: Shape): RouteValues | undefined {
  const none = nullable === true ? ["None"] : [];
  if (texts !== undefined) {
    const all = [...texts, ...none];
    return {
      texts: all,
      allows: (text) => all.includes(text),
      adviceFor: (text) => didYouMean(text, all),
    };
  }
  const form = forms.get(kind);
  if (form === undefined) return undefined;
  const isNumber = kind === "integer" || kind === "number";
  const advice = isNumber
    ? "it is a number: write its digits, in quotes"
    : "read the part of it that decides";
  return {
    texts: undefined,
    allows: (text) => form.test(text) || none.includes(text),
    adviceFor: (text) => (suggest(text, none) === undefined ? advice : 'did you mean "None"?'),
  };
}

/** What Python's `str()` makes of such a value. */
const forms: ReadonlyMap<Shape["kind"], RegExp> = new Map([
  ["integer", /^-?\d+$/],
  ["number", /^-?(?:\d|inf|nan)/],
  ["list", /^\[/],
  ["mapping", /^\{/],
]);

/** The keys of a router that a text may equal, but for the one that takes all others. */
export function routeKeys({ routes }: ConditionalRouter): readonly string[] {
  return routes.flatMap(({ key, matches }) => (matches && key !== defaultRoute ? [key] : []));
}

/** Whether a router has the route for everything else. */
export function hasDefaultRoute({ routes }: ConditionalRouter): boolean {
  return routes.some(({ key, matches }) => matches && key === defaultRoute);
}
