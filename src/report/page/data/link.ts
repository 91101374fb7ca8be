import type { Outcome } from "../../../record/index.ts";

/** A trial of a case, as the address of the page names it. */
export interface CaseLink {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
  /** From 0. */
  readonly trial: number;
  /** Which of several runs; from 0. */
  readonly run: number;
}

/** `#case=suite/case&target=chat&trial=2`: what is as usual is left out. Trials and runs count from 1 there. */
export function linkTo({ suite, case: id, target, trial, run }: CaseLink): string {
  const parts = [
    `case=${encodeURIComponent(suite)}/${encodeURIComponent(id)}`,
    ...(target === "default" ? [] : [`target=${encodeURIComponent(target)}`]),
    ...(trial === 0 ? [] : [`trial=${trial + 1}`]),
    ...(run === 0 ? [] : [`run=${run + 1}`]),
  ];
  return `#${parts.join("&")}`;
}

/** The first trial of a case that did not pass: who opens the case wants to see it. */
export function telltaleTrial(trials: readonly Outcome[]): number {
  return Math.max(
    0,
    trials.findIndex((outcome) => outcome !== "pass"),
  );
}

/** The case that an address names; undefined where it names none. */
export function readLink(hash: string): CaseLink | undefined {
  const parts = new Map(hash.replace(/^#/u, "").split("&").map(keyAndValue));
  const [suite = "", id = ""] = (parts.get("case") ?? "").split("/").map(decoded);
  if (suite === "" || id === "") return undefined;
  const target = decoded(parts.get("target") ?? "default");
  return {
    suite,
    case: id,
    target,
    trial: numbered(parts.get("trial")),
    run: numbered(parts.get("run")),
  };
}

function keyAndValue(part: string): [string, string] {
  const at = part.indexOf("=");
  return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
}

function numbered(text = "1"): number {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number - 1 : 0;
}

/** Somebody may have cut an address short. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
