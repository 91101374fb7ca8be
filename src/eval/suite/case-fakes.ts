import { isJsonObject, type JsonObject } from "../../core/json.ts";
import {
  createFakes,
  type FakeSeeds,
  layOver,
  readFakes,
  type SeedProblem,
} from "../../tools/index.ts";
import { type FakeName, fakeNames } from "../check/fake-view.ts";
import { fillPlaces, hasPlace } from "../safety/plant-injection.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";

/** What the suite says of fakes for all cases, read once. */
export interface SuiteFakes {
  /** With the files that it names in it; undefined where the suite has none. */
  readonly block: JsonObject | undefined;
  readonly seeds: FakeSeeds;
  readonly problems: readonly SeedProblem[];
}

/** The fakes of a case. */
export interface CaseFakes {
  readonly names: ReadonlySet<FakeName>;
  readonly seeds: FakeSeeds;
  /** What they begin with when an instruction stands where `{{ injection }}` does. */
  readonly injected: (instruction: string) => FakeSeeds;
  /** Whether an instruction can reach the agent through what a tool of a fake reads. */
  readonly canHold: (tool: string) => boolean;
}

/** Reads what a suite says of fakes, and reports what is wrong with it. */
export function readSuiteFakes(block: JsonObject | undefined, reader: SuiteReader): SuiteFakes {
  const read = readFakes(withoutPlaces(block));
  for (const problem of read.problems) report(problem, ["fakes"], reader);
  return { block, ...read };
}

/** What a case's fakes are read with. */
interface CaseFakesFrame {
  readonly suite: SuiteFakes;
  /** The case's own block, with the files that it names in it. */
  readonly own: JsonObject | undefined;
  /** Puts canaries where they are asked for. */
  readonly plant: (block: JsonObject) => JsonObject;
  readonly path: SuitePath;
  readonly reader: SuiteReader;
}

/** Lays a case's block over its suite's. A case that adds nothing shares what the suite's was read into. */
export function caseFakes({ suite, own, plant, path, reader }: CaseFakesFrame): CaseFakes {
  const laid = own === undefined ? suite.block : layOver(suite.block ?? {}, own);
  const block = laid === undefined ? undefined : plant(laid);
  const isSuites = block === suite.block;
  const read = isSuites ? suite : readFakes(withoutPlaces(block));
  if (!isSuites) {
    const known = new Set(suite.problems.map(keyOf));
    for (const problem of read.problems) {
      if (!known.has(keyOf(problem))) report(problem, path, reader);
    }
  }
  const { seeds } = read;
  return {
    names: new Set(fakeNames.filter((name) => seeds[name] !== undefined)),
    seeds,
    injected: (instruction) =>
      block === undefined || !hasPlace(block)
        ? seeds
        : readFakes(fillPlaces(block, instruction)).seeds,
    canHold: (tool) =>
      block !== undefined &&
      hasPlace(block) &&
      [...createFakes(seeds).values()].some(({ tools }) => tools.includes(tool)),
  };
}

function withoutPlaces(block: JsonObject | undefined): JsonObject | undefined {
  if (block === undefined || !hasPlace(block)) return block;
  const filled = fillPlaces(block, "");
  return isJsonObject(filled) ? filled : block;
}

function report(problem: SeedProblem, path: SuitePath, reader: SuiteReader): void {
  const { message, hint, atKey } = problem;
  reader.add({
    path: [...path, ...problem.path],
    code: "EVAL_FAKE_INVALID",
    message,
    hint,
    atKey,
  });
}

/** By place: a canary changes what a message says. */
function keyOf({ path }: SeedProblem): string {
  return JSON.stringify(path);
}
