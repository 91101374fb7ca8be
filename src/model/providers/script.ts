import { AppError } from "../../core/errors/app-error.ts";
import type { ModelProvider } from "../model-provider.ts";

/** Scripts: models whose replies are written in a file. */
export const script: ModelProvider = {
  id: "script",
  load: async () => {
    const [{ parseScript }, { createScriptClient }] = await Promise.all([
      import("../script/parse-script.ts"),
      import("../script/create-script-client.ts"),
    ]);
    return async (file, { files, clock }) => {
      const text = await files.read(file);
      if (text === undefined) throw fileMissing(file);
      const parsed = await parseScript(text, file);
      return createScriptClient({ script: parsed, clock, id: `script/${file}` });
    };
  },
};

function fileMissing(file: string): AppError {
  return new AppError("FILE_NOT_FOUND", `there is no script ${file}`, {
    hint: "on the command line a path is relative to the working directory, in a suite to the suite's folder",
  });
}
