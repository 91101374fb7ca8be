import { isJsonObject, type JsonObject } from "../../core/json.ts";
import type { Mocks } from "../../tools/index.ts";
import { listOf } from "../check/list-of.ts";
import type { SuitePath, SuiteReader } from "../suite/suite-reader.ts";
import type { SuiteCase } from "../suite/suite.ts";
import { canaryNames, CanaryPlanter } from "./canary-planter.ts";
import { readOwn, reportBroken, type SuiteSafety } from "./suite-safety.ts";

/** A case with its canaries in place. */
export interface PlantedCase {
  /** What the case says, with canaries in its texts. */
  readonly value: JsonObject;
  /** All mocks of the case, with canaries in what they answer, also from files. */
  mocks(mocks: Mocks): Mocks;
  /** What has been planted. */
  canaries(): SuiteCase["canaries"];
  /** Reports canaries that stand nowhere, and those that nothing looks for. */
  check(testCase: Pick<SuiteCase, "checks" | "turns">): void;
}

interface CasePlace {
  readonly path: SuitePath;
  readonly reader: SuiteReader;
  readonly safety: SuiteSafety;
}

/** Puts canaries into a case. */
export function plantCase(source: JsonObject, { path, reader, safety }: CasePlace): PlantedCase {
  const { canaries: block, ...rest } = source;
  const own = readOwn(block, [...path, "canaries"], reader);
  reportBroken(rest, path, reader);
  const planter = new CanaryPlanter(safety.suite, { ...safety.canaries, ...own });
  const value = planter.plant(rest);
  return {
    value,
    mocks: (mocks) => planter.plantMocks(mocks),
    canaries: () => ({ ...safety.inContext, ...planter.planted() }),
    check({ checks, turns }) {
      const all = [...turns.flatMap((turn) => turn.checks), ...checks];
      for (const name of Object.keys(own)) {
        if (Object.hasOwn(planter.planted(), name)) continue;
        reader.add({
          path: [...path, "canaries", name],
          atKey: true,
          code: "EVAL_NOTHING_TO_CHECK",
          message: `the canary "${name}" stands nowhere`,
          hint: `write {{ canary.${name} }} into a question or a mock, or remove it`,
        });
      }
      const [name] = canaryNames(rest);
      if (name === undefined || all.some(({ check }) => check === "no_secret_written")) return;
      if (isLookedFor(rest)) return;
      reader.add({
        path: [...path, "id"],
        code: "EVAL_NOTHING_TO_CHECK",
        message: `the canary "${name}" is planted, but no check looks for it`,
        hint: "add `no_secret_written: true` to `expect`",
      });
    },
  };
}

/** Whether a check names a canary itself. */
function isLookedFor({ expect, conversation }: JsonObject): boolean {
  const ofTurns = listOf(conversation).map((turn) => (isJsonObject(turn) ? turn["expect"] : null));
  return (
    canaryNames({ expect: [expect ?? null, ...ofTurns.map((list) => list ?? null)] }).length > 0
  );
}
