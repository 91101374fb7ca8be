import { canonicalJson } from "../../../core/canonical-json.ts";
import { isJsonObject, type JsonValue } from "../../../core/json.ts";
import { asTexts } from "../../check/text-list.ts";
import type { WrittenCheck } from "../view/suite-view.ts";
import { answerConflict, answerFields } from "./answer-conflict.ts";
import { callConflict } from "./call-conflict.ts";
import { callFacts } from "./call-facts.ts";
import { routeConflict, routeFields } from "./route-conflict.ts";

/** Why two checks that speak of the same part of a trial cannot both hold; undefined where they can. */
export function checkConflict(a: WrittenCheck, b: WrittenCheck): string | undefined {
  const ofCalls = callConflict(callFacts(a), callFacts(b));
  if (ofCalls !== undefined) return ofCalls;
  const compare = a.id === b.id && Object.hasOwn(same, a.id) ? same[a.id] : undefined;
  return compare?.(a.value, b.value) ?? statusAndRoute(a, b) ?? statusAndRoute(b, a);
}

type Compare = (a: JsonValue, b: JsonValue) => string | undefined;

/** Pairs of the same check. */
const same: Readonly<Record<string, Compare>> = {
  answer: (a, b) => answerConflict(answerFields(a), answerFields(b)),
  route: (a, b) => routeConflict(routeFields(a), routeFields(b)),
  output: outputConflict,
  status(a, b) {
    const second = asTexts(b);
    const shared = asTexts(a).some((name) => second.includes(name));
    return shared ? undefined : "the flow must end in two ways at once";
  },
};

function outputConflict(a: JsonValue, b: JsonValue): string | undefined {
  if (!isJsonObject(a) || !isJsonObject(b) || a["path"] !== b["path"]) return undefined;
  const { equals: first, path } = a;
  if (typeof path !== "string") return undefined;
  const { equals: second } = b;
  if (first === undefined || second === undefined) return undefined;
  const differs = canonicalJson(first) !== canonicalJson(second);
  return differs ? `${path} must be two values at once` : undefined;
}

/** A route that ends in one way, and a status that says another. */
function statusAndRoute(status: WrittenCheck, route: WrittenCheck): string | undefined {
  if (status.id !== "status" || route.id !== "route") return undefined;
  const last = asTexts(routeFields(route.value)["exact"]).at(-1);
  const wanted = last === "end" ? "completed" : last === "abort" ? "aborted" : undefined;
  if (wanted === undefined || asTexts(status.value).includes(wanted)) return undefined;
  return `the route ends in ${last ?? ""}, which is "${wanted}", and the status must be another`;
}

/** Why a check cannot hold by itself: its own parts exclude each other. */
export function ownConflict({ id, value }: WrittenCheck): string | undefined {
  if (id === "answer") {
    const fields = answerFields(value);
    return answerConflict(fields, fields);
  }
  if (id !== "route") return undefined;
  const fields = routeFields(value);
  return routeConflict(fields, fields);
}
