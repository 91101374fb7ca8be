import { AppError } from "../../src/core/errors/app-error.ts";
import type { ErrorDoc } from "../../src/core/errors/error-docs.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { exitCode } from "../exit-code.ts";

export const explain: CommandDefinition = (program, run, { stdout }) => {
  program
    .command("explain")
    .description("print the long text of an error code")
    .argument("<code>", "a code as errors print it in brackets, for example MODEL_MISSING")
    .action((code: string) =>
      run(async () => {
        const { errorCodes } = await import("../../src/core/errors/codes/index.ts");
        const { didYouMean } = await import("../../src/core/text/suggest.ts");
        const docs: Readonly<Record<string, ErrorDoc>> = errorCodes;
        const name = code.toUpperCase();
        const doc = Object.hasOwn(docs, name) ? docs[name] : undefined;
        if (doc === undefined) {
          throw new AppError("CLI_USAGE", `there is no error code "${code}"`, {
            hint: didYouMean(name, Object.keys(docs).toSorted()),
          });
        }
        const exit = { usage: 2, unavailable: 3, limit: 4 }[doc.kind];
        stdout(`${name} (exit ${exit})\n\n${doc.text}\n`);
        return exitCode.ok;
      }),
    );
};
