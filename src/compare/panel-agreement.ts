import { groupBy } from "../core/group-by.ts";
import {
  type CheckRecord,
  comparedChecks,
  type JudgeRecord,
  type RunRecord,
} from "../record/index.ts";
import { cohenKappa } from "./statistics/agreement/cohen-kappa.ts";
import { krippendorffAlpha } from "./statistics/agreement/krippendorff-alpha.ts";

/** How far the models of a panel agree with each other. */
export interface PanelAgreement {
  readonly models: readonly string[];
  /** Criteria and rubrics, each trial's by itself, that at least two of the models answered. */
  readonly items: number;
  /** Of them, those on which all that answered say the same. */
  readonly agreed: number;
  readonly measure: "cohen_kappa" | "krippendorff_alpha";
  /** Agreement beyond chance; null where nearly nothing is known, or everything was called the same. */
  readonly kappa: number | null;
}

const verdicts = ["met", "not_met", "cannot_tell"] as const;
type Rating = (typeof verdicts)[number] | undefined;

/**
 * The agreement of every panel of a run: of two models Cohen's kappa, of more Krippendorff's alpha, of
 * verdicts as they are, and of grades by whether they are high enough.
 */
export function panelAgreements({ cases }: Pick<RunRecord, "cases">): readonly PanelAgreement[] {
  const checks = cases.flatMap(({ trials }) => trials.flatMap(comparedChecks));
  const judged = checks.filter(({ judgment }) => (judgment?.judges.length ?? 0) > 1);
  const byPanel = groupBy(judged, ({ judgment }) => JSON.stringify(modelsOf(judgment)));
  return [...byPanel]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => agreementOf(modelsOf(group[0]?.judgment), group.map(ratingsOf)));
}

function modelsOf(judgment: CheckRecord["judgment"]): readonly string[] {
  return (judgment?.judges ?? []).map(({ model }) => model);
}

function agreementOf(
  models: readonly string[],
  all: readonly (readonly Rating[])[],
): PanelAgreement {
  const items = all.filter((ratings) => given(ratings).length > 1);
  const agreed = items.filter((ratings) => new Set(given(ratings)).size === 1).length;
  const isPair = models.length === 2;
  const kappa = isPair ? cohenKappa(tableOf(items)) : krippendorffAlpha(items);
  const measure = isPair ? "cohen_kappa" : "krippendorff_alpha";
  return { models, items: items.length, agreed, measure, kappa: kappa ?? null };
}

function given(ratings: readonly Rating[]): readonly Rating[] {
  return ratings.filter((rating) => rating !== undefined);
}

/** What each of a panel says of one check, in the order of its models. */
function ratingsOf({ judgment }: CheckRecord): readonly Rating[] {
  const atLeast = judgment?.rubric?.atLeast ?? 0;
  return (judgment?.judges ?? []).map(({ verdict, votes }) => {
    if (!votes.some(isAnswer)) return undefined;
    if (typeof verdict !== "number") return verdict;
    return verdict >= atLeast ? "met" : "not_met";
  });
}

function isAnswer(vote: JudgeRecord["votes"][number]): boolean {
  return "verdict" in vote;
}

function tableOf(items: readonly (readonly Rating[])[]): readonly (readonly number[])[] {
  return verdicts.map((first) =>
    verdicts.map((second) => items.filter(([a, b]) => a === first && b === second).length),
  );
}
