import { basename, dirname, resolve } from "node:path";
import { AppError } from "../src/core/errors/app-error.ts";
import type { Registry } from "../src/core/registry.ts";
import { didYouMean } from "../src/core/text/suggest.ts";
import { ensureFolder } from "../src/platform/index.ts";

/** What a flag says of a reporter, whatever it reports. */
interface NamedReporter {
  readonly id: string;
  readonly extension?: string;
}

/** A report to write besides the one on standard output. */
export interface Output<T extends NamedReporter> {
  readonly file: string;
  readonly reporter: T;
}

/**
 * Reads `-o` values: `format=file`, or a file whose extension names the format.
 *
 * @throws AppError for a format or an extension that no reporter has.
 */
export function parseOutputs<T extends NamedReporter>(
  values: readonly string[],
  reporters: Registry<T>,
): Output<T>[] {
  return values.map((value) => {
    const equals = value.indexOf("=");
    if (equals > 0) {
      const reporter = reporterNamed(value.slice(0, equals), reporters);
      return { file: value.slice(equals + 1), reporter };
    }
    const named = reporters.all().filter((each) => each.extension !== undefined);
    const reporter = named
      .filter(({ extension = "" }) => hasExtension(value, extension))
      .toSorted((a, b) => (b.extension?.length ?? 0) - (a.extension?.length ?? 0))[0];
    if (reporter === undefined) {
      const known = named.map((each) => `.${each.extension} (${each.id})`);
      throw new AppError("CLI_USAGE", `no report has the extension of "${value}"`, {
        hint: `use one of ${known.join(", ")}, or write format=${value}`,
      });
    }
    return { file: value, reporter };
  });
}

/** `a.xml` has `xml`; of several parts, as `metrics.txt`, an extension may also be the whole name. */
function hasExtension(file: string, extension: string): boolean {
  const name = basename(file);
  return name.endsWith(`.${extension}`) || (extension.includes(".") && name === extension);
}

export function reporterNamed<T extends NamedReporter>(id: string, reporters: Registry<T>): T {
  const reporter = reporters.get(id);
  if (reporter !== undefined) return reporter;
  throw new AppError("CLI_USAGE", `there is no report format "${id}"`, {
    hint: didYouMean(id, reporters.ids),
  });
}

/** A report that cannot be written shall be known before the work begins. */
export async function ensureOutputFolders(
  outputs: readonly Output<NamedReporter>[],
  cwd: string,
): Promise<void> {
  for (const { file } of outputs) await ensureFolder(dirname(resolve(cwd, file)));
}
