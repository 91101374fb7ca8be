import { type AppError, throwAll } from "../../core/errors/app-error.ts";
import { groupBy } from "../../core/group-by.ts";
import type { FoundLabel, LabeledItem } from "./labeled-item.ts";
import { labelsError } from "./labels-error.ts";

export interface CollectedItems {
  /** Sorted by key. */
  readonly items: readonly LabeledItem[];
  /** How many labels said again what the same person had said. */
  readonly duplicates: number;
}

/**
 * Puts together what is said of the same.
 *
 * @throws AppError or AppErrors where one person says both of one answer.
 */
export function collectItems(labels: readonly FoundLabel[]): CollectedItems {
  const errors: AppError[] = [];
  let duplicates = 0;
  const items = [...groupBy(labels, ({ key }) => key)].map(([key, found]): LabeledItem => {
    const opinions = new Map<string, boolean>();
    const lines = new Map<string, number>();
    for (const { label, met } of found) {
      const { by, place } = label;
      const before = opinions.get(by);
      if (before === undefined) {
        opinions.set(by, met);
        lines.set(by, place.line ?? 0);
      } else if (before === met) duplicates += 1;
      else {
        const who = by === "" ? "nobody in particular" : `"${by}"`;
        errors.push(
          labelsError(
            `${who} says the opposite of line ${lines.get(by) ?? 0} about the same answer`,
            place,
            "keep one of the two lines, or say with `by` that they are of different people",
          ),
        );
      }
    }
    const [first] = found;
    return {
      key,
      criterion: first?.criterion ?? "",
      unit: first?.unit ?? "",
      opinions: new Map([...opinions].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    };
  });
  throwAll(errors);
  return { items: items.toSorted((a, b) => (a.key < b.key ? -1 : 1)), duplicates };
}

/** What most people say; undefined where as many say the opposite. */
export function consensus({ opinions }: Pick<LabeledItem, "opinions">): boolean | undefined {
  const met = [...opinions.values()].filter(Boolean).length;
  const against = opinions.size - met;
  return met === against ? undefined : met > against;
}
