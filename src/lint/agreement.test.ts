import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { corpusFolder, corpusTest, readCorpus } from "../../fixtures/corpus.ts";
import { flowRuleIds } from "../flow/index.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { bundledKnowledge } from "./knowledge/index.ts";
import { lintText } from "./lint-text.ts";
import { ruleOfCode } from "./rules/index.ts";

// Hundreds of whole flows, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** A config and what the service's validator said of it. */
interface Judged {
  readonly id: string;
  readonly yaml: string;
  readonly accepted: boolean;
  /** Numbers of the catalog. */
  readonly rules?: readonly string[];
  /** Where it found errors: dotted paths, those of components without the component. */
  readonly locations: readonly string[];
  /** Names that its errors mention. */
  readonly names?: readonly string[];
}

/** Verdicts that differ, and why they stay different. None at the moment. */
const openVerdicts: Readonly<Record<string, string>> = {};

/** Refused by both, under another number. */
const openRules: Readonly<Record<string, string>> = {
  "129 max_cycles nested": "a mapping is no plain number either: the second branch of the union",
  "130 max_cycles nested neg": "as 129",
  "132 max_cycles nested no thr": "as 129",
  "146 description int": "a component's description, recorded under the number of the flow's",
};

/** What the validator cannot try is told, as information: the service runs these. */
const experimental = /^experimental\//;

interface RecordedCase extends Omit<Judged, "accepted"> {
  readonly valid: boolean;
}

interface RecordedMutant extends Pick<Judged, "id" | "yaml" | "accepted"> {
  readonly errors: readonly string[];
}

function cases(): readonly Judged[] {
  const { cases: recorded }: { cases: readonly RecordedCase[] } = JSON.parse(
    readCorpus("lint-cases.json"),
  );
  return recorded.map(({ valid, ...each }) => ({ ...each, accepted: valid }));
}

function mutants(): readonly Judged[] {
  const lines = readCorpus("lint-mutants.jsonl").trim().split("\n");
  const recorded: readonly RecordedMutant[] = lines.map((line) => JSON.parse(line));
  return recorded.map(({ id, yaml, accepted, errors }) => ({
    id,
    yaml,
    accepted,
    locations: errors.flatMap((error) => /^((?:[^\s:[]|\[[^\]]*\])+): /.exec(error)?.[1] ?? []),
    names: errors.flatMap((error) => {
      const name = /(?:Component|component name:|config prompt) '([^']+)'/.exec(error)?.[1];
      return name ?? [];
    }),
  }));
}

function configs(): readonly Judged[] {
  const folder = join(corpusFolder ?? "", "configs");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".yml"))
    .toSorted()
    .map((id) => ({ id, yaml: readCorpus(join("configs", id)), accepted: true, locations: [] }));
}

function lint({ yaml }: Judged): readonly Diagnostic[] {
  return lintText(yaml, "flow.yml", { only: ["service"], knowledge: bundledKnowledge });
}

function isAccepted(found: readonly Diagnostic[]): boolean {
  return found.every(({ severity }) => severity !== "error");
}

/** Both verdicts of each config, as a line of four numbers. */
function compare(name: string, judged: readonly Judged[]): readonly Judged[] {
  const differing = judged.filter((each) => isAccepted(lint(each)) !== each.accepted);
  const accepted = judged.filter((each) => each.accepted).length;
  const falseRefusals = differing.filter((each) => each.accepted);
  const misses = differing.length - falseRefusals.length;
  const refused = judged.length - accepted;
  process.stdout.write(
    `agreement on ${name}: accepted by both ${accepted - falseRefusals.length}, refused by both ${
      refused - misses
    }, false refusals ${falseRefusals.length}, misses ${misses}, of ${judged.length}\n`,
  );
  expect(falseRefusals.map(({ id }) => id)).toEqual([]);
  expect(1 - differing.length / judged.length).toBeGreaterThanOrEqual(0.99);
  expect(differing.map(({ id }) => id).filter((id) => !(id in openVerdicts))).toEqual([]);
  return judged;
}

/** The parts of a location that say which branch of a union was tried, and not where. */
const branch = /^(?:int|bool|str|list\[.*|dict\[.*|function-.*|\[key\]|[A-Z]\w*)$/;

function segmentsOf(location: string): readonly string[] {
  return location.match(/(?:[^.[]|\[[^\]]*\])+/g) ?? [];
}

/** Whether a finding stands at a location, or says of the place around it that it is missing there. */
function standsAt(location: string, { pointer, message }: Diagnostic): boolean {
  // The routes, after they have been looked up.
  if (location.startsWith("to_component.")) return pointer.includes("/condition/routes/");
  const segments = segmentsOf(location);
  const path = segments.filter((segment) => !branch.test(segment));
  // Of a branch that was tried and left the cause stands somewhere in it.
  const isBranch = branch.test(segments.at(-1) ?? "");
  const around = path.slice(0, -1);
  const isMissing = message.includes(`no "${path.at(-1) ?? ""}"`);
  return [path, ...(isMissing ? [around] : [])].some((keys) => {
    const place = keys.map((key) => `/${key}`).join("");
    // Those of components begin in one of them, or in one of its inputs.
    const starts = ["", ...(/^\/components\/\d+(?:\/inputs\/\d+)?/.exec(pointer) ?? [])];
    const starting = starts.flatMap((start) => [start, start.replace(/\/inputs\/\d+$/, "")]);
    return starting.some((start) => {
      return pointer === start + place || (isBranch && pointer.startsWith(`${start}${place}/`));
    });
  });
}

function misplaced(judged: readonly Judged[]): readonly string[] {
  return judged.flatMap((each) => {
    if (each.accepted || each.id in openVerdicts) return [];
    const found = lint(each);
    const wrong = each.locations.filter(
      (location) => !found.some((one) => standsAt(location, one)),
    );
    const unnamed = (each.names ?? []).filter((name) => {
      return !found.some(({ message }) => message.includes(`"${name}"`));
    });
    return [...wrong, ...unnamed].map((what) => `${each.id}: nothing at ${what}`);
  });
}

function misnumbered(judged: readonly Judged[]): readonly string[] {
  return judged.flatMap((each) => {
    if (each.id in openRules) return [];
    const codes = new Set(lint(each).map(({ code }) => code));
    const lacking = (each.rules ?? []).filter((rule) => !codes.has(rule));
    return lacking.map((rule) => `${each.id}: no ${rule} among ${[...codes].join(" ")}`);
  });
}

function agreesOnCases(): void {
  const judged = compare("hand-written cases", cases());
  expect(judged.length).toBeGreaterThan(400);
  expect(misplaced(judged)).toEqual([]);
  expect(misnumbered(judged)).toEqual([]);
}

function agreesOnMutants(): void {
  const judged = compare("mutations of real configs", mutants());
  expect(judged.length).toBeGreaterThan(200);
  expect(misplaced(judged)).toEqual([]);
}

function agreesOnConfigs(): void {
  const judged = compare("real configs", configs());
  expect(judged.length).toBeGreaterThan(15);
  const found = judged.flatMap((each) => lint(each).map(({ code }) => `${each.id} ${code}`));
  const told = judged.filter(({ id }) => experimental.test(id)).map(({ id }) => `${id} E07`);
  expect(told).not.toEqual([]);
  expect(found).toEqual(told);
}

corpusTest("agrees with the service's validator on hand-written cases", agreesOnCases);
corpusTest("agrees with the service's validator on mutations of real configs", agreesOnMutants);
corpusTest("has nothing against real configs but that some are experimental", agreesOnConfigs);

test("everything that is found where flows are read belongs to a rule", () => {
  expect(flowRuleIds.filter((id) => ruleOfCode(id) === undefined)).toEqual([]);
});

test("no open case has been settled unnoticed", () => {
  expect(Object.values({ ...openVerdicts, ...openRules }).every((why) => why !== "")).toBe(true);
});
