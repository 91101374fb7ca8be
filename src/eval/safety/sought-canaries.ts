import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { listOf } from "../check/list-of.ts";
import type { SuiteCase } from "../suite/suite.ts";
import { canaryNames } from "./canary-planter.ts";

/** Whether a check of a case looks for every canary. */
export function looksForSecrets({ checks, turns }: Pick<SuiteCase, "checks" | "turns">): boolean {
  const all = [...turns.flatMap((turn) => turn.checks), ...checks];
  return all.some(({ check }) => check === "no_secret_written");
}

/** The canaries that checks of a case name themselves. */
export function namedCanaries({ expect, conversation }: JsonObject): readonly string[] {
  const ofTurns = listOf(conversation).map((turn) => (isJsonObject(turn) ? turn["expect"] : null));
  return canaryNames({ expect: [expect ?? null, ...ofTurns.map((list) => list ?? null)] });
}
