import type { Format } from "./format.ts";

/** The module that loads the validator of a format when it is asked for. */
export function validatorIndex(formats: readonly Format[]): string {
  const lines = formats
    .map(({ id }) => `  ${JSON.stringify(id)}: () => import("./${id}.ts"),`)
    .toSorted();
  return `import type { FormatId } from "../format-id.ts";
import type { FormatValidator } from "../format-validator.ts";

export const formatLoaders: Readonly<Record<FormatId, () => Promise<FormatValidator>>> = {
${lines.join("\n")}
};
`;
}
