import { type PanelAgreement, panelAgreements } from "../compare/index.ts";
import { printable } from "../core/text/printable.ts";
import type { RunRecord } from "../record/index.ts";

const measures: Readonly<Record<PanelAgreement["measure"], string>> = {
  cohen_kappa: "Cohen's kappa",
  krippendorff_alpha: "Krippendorff's alpha",
};

/** How far the models of each panel agree; nothing where one model judges. */
export function panelNotes(record: Pick<RunRecord, "cases">): string[] {
  return panelAgreements(record).map(({ models, items, agreed, measure, kappa }) => {
    const beyond =
      kappa === null
        ? `${measures[measure]} cannot be told from them`
        : `${measures[measure]} ${kappa.toFixed(2)}`;
    return `the panel of ${printable(models.join(", "))} agrees on ${agreed} of ${items} verdicts, ${beyond}`;
  });
}
