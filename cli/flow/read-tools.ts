import { type AppError, throwAll } from "../../src/core/errors/app-error.ts";
import { type Mocks, parseMocks, type ToolCatalog } from "../../src/tools/index.ts";
import type { FlowWorld } from "./flow-world.ts";
import { blockProblems, readBlock } from "./given-block.ts";

/** The mocks of a run: a suite's `tools:` block. Without one, no call is answered. */
export async function readTools(
  given: string | undefined,
  catalog: ToolCatalog,
  { files }: FlowWorld,
): Promise<Mocks> {
  if (given === undefined) return new Map();
  const block = await readBlock(given, "tools", files);
  const malformed = await blockProblems(block.value, "tools");
  const { folder } = block;
  const { mocks, problems } = await parseMocks(block.value ?? null, { folder, files, catalog });
  // The schema says what is wrong with the form, and `parseMocks` what is wrong with the meaning.
  const meant = problems.filter(({ inSchema, path }) => !inSchema || !isTold(path, malformed));
  const errors = [
    ...block.errorsOf(malformed, "TOOL_MOCK_INVALID"),
    ...meant.flatMap((problem) => block.errorsOf([problem], problem.code)),
  ];
  throwAll(errors.toSorted(byPlace));
  return mocks;
}

type Path = readonly (string | number)[];

function isTold(path: Path, malformed: readonly { readonly path: Path }[]): boolean {
  return malformed.some((problem) => path.every((part, index) => problem.path[index] === part));
}

function byPlace(a: AppError, b: AppError): number {
  const lines = (a.place?.line ?? 0) - (b.place?.line ?? 0);
  return lines === 0 ? (a.place?.column ?? 0) - (b.place?.column ?? 0) : lines;
}
