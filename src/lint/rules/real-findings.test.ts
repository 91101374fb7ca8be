import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { corpusFolder, corpusTest, readCorpus } from "../../../fixtures/corpus.ts";
import { bundledKnowledge } from "../knowledge/index.ts";
import { lintText } from "../lint-text.ts";

const options = { knowledge: bundledKnowledge, only: ["policy", "style"] as const };

/** The configs that GitLab ships. */
function configs(): readonly string[] {
  const folder = join(corpusFolder ?? "", "configs");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yml"))
    .toSorted();
}

corpusTest("what is found in real configs is what is wrong there (FLOWPROOF_CORPUS)", () => {
  const found = configs().flatMap((path) => {
    return lintText(readCorpus(`configs/${path}`), path, options).map(({ rule, line }) => {
      return `${path}:${line} ${rule}`;
    });
  });
  // Each of these was read in its config, and would be told to its owners.
  expect(found).toEqual([
    "experimental/developer/1.0.0.yml:328 template-none-printed",
    "experimental/fix_pipeline/1.0.0.yml:47 ignored-keys",
    "v1/agentic_chat/1.0.0.yml:30 undeclared-input",
    "v1/analytics_agent/1.0.0.yml:11 chat-partial-unused",
    "v1/convert_to_gl_ci/1.0.0.yml:139 executor-category",
    "v1/convert_to_gl_ci/1.0.1.yml:139 executor-category",
    "v1/developer/1.0.0.yml:298 template-none-printed",
    "v1/developer/1.0.0.yml:304 template-none-printed",
    "v1/developer/1.0.0.yml:322 template-none-printed",
    "v1/duo_permissions_assistant/1.0.0.yml:23 chat-partial-unused",
    "v1/orbit_agent/1.0.0.yml:11 chat-partial-unused",
    "v1/orbit_agent/1.0.0.yml:61 chat-partial-unused",
    "v1/sast_fp_detection/1.0.0.yml:10 ignored-keys",
    "v1/secrets_fp_detection/1.0.0.yml:10 ignored-keys",
  ]);
});

corpusTest("nothing that somebody may write makes a rule throw (FLOWPROOF_CORPUS)", () => {
  const { cases }: { readonly cases: readonly { readonly yaml: string }[] } = JSON.parse(
    readCorpus("lint-cases.json"),
  );
  expect(cases.length).toBeGreaterThan(400);
  for (const { yaml } of cases) expect(lintText(yaml, "flow.yml", options)).toBeInstanceOf(Array);
});
