import { type Comparison, type PairwiseResult } from "../../../src/compare/index.ts";
import { loadConfig } from "../../../src/config/index.ts";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { createRedactor } from "../../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../../src/core/secrets/secret-values.ts";
import { printable } from "../../../src/core/text/printable.ts";
import {
  compareAnswers,
  openPairwiseBook,
  pairwiseJudge,
  planPairs,
  pricesOf,
  requirePrice,
  type StoredRun,
  storedRun,
} from "../../../src/eval/index.ts";
import { readEvents } from "../../../src/record/index.ts";
import { count } from "../../../src/report/index.ts";
import type { CliContext } from "../../context.ts";
import { judgeSources } from "../../eval/judge-sources.ts";
import { runLimits } from "../../eval/limits/run-limits.ts";
import { withPrices } from "../../eval/limits/with-prices.ts";
import { createModels } from "../../eval/models.ts";
import type { CompareFlags } from "../compare-flags.ts";
import type { NamedSide } from "../read-side.ts";

const defaultConcurrency = 8;

interface Sides {
  readonly a: NamedSide;
  readonly b: NamedSide;
}

/**
 * Has a judge hold the answers of the compared cases against each other. Its judgments are kept in the folder of
 * B, and what is known from there is not asked again.
 *
 * @throws AppError COMPARE_PAIRWISE_NO_ANSWERS for a baseline file; when nobody can judge.
 */
export async function runPairwise(
  comparison: Comparison,
  sides: Sides,
  { flags, context }: { readonly flags: CompareFlags; readonly context: CliContext },
): Promise<PairwiseResult> {
  const { clock, signal, env, cwd, files } = context;
  const folders = { a: folderOf("A", sides.a), b: folderOf("B", sides.b) };
  const config = await withPrices(await loadConfig(cwd, files), flags, context);
  const runs = await storedRuns(folders);
  const concurrency = flags.concurrency ?? config.limits.concurrency ?? defaultConcurrency;
  const name = pairwiseJudge(runs.b.record, judgeSources(flags, config, context));
  const createModel = createModels({ flags, models: config.models, context, concurrency });
  const judge = await createModel(name);
  const limits = runLimits(flags, config);
  const prices = pricesOf(config);
  requirePrice(judge, limits, prices);
  const pairs = planPairs(
    {
      a: { run: runs.a, target: comparison.a.target },
      b: { run: runs.b, target: comparison.b.target },
    },
    comparison.cases.filter(({ leftOut }) => leftOut === undefined),
  );
  const redactor = createRedactor({ known: secretValuesFromEnv(env) });
  const book = await openPairwiseBook(folders.b, redactor);
  if (flags.quiet !== true) {
    const what = `asks ${judge.id} which answers are better: ${count(pairs.length, "case")}, in both orders, with and without style`;
    context.stderr(`${printable(what)}\n`);
  }
  const world = { judge, book, prices, clock, limits, concurrency, signal };
  return compareAnswers(pairs, world, flags.seed ?? 0);
}

function folderOf(letter: string, { name, run }: NamedSide): string {
  if (run !== undefined) return run.folder;
  throw new AppError(
    "COMPARE_PAIRWISE_NO_ANSWERS",
    `${letter} is the baseline file ${name}, which keeps no answers`,
    { hint: "name the run itself, or compare without --pairwise" },
  );
}

async function storedRuns(folders: {
  readonly a: string;
  readonly b: string;
}): Promise<{ readonly a: StoredRun; readonly b: StoredRun }> {
  const b = storedRun(await readEvents(folders.b));
  const a = folders.a === folders.b ? b : storedRun(await readEvents(folders.a));
  return { a, b };
}
