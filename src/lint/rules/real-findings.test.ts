import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { corpusFolder, corpusTest, readCorpus } from "../../../fixtures/corpus.ts";
import { fixFlow } from "../fix/fix-flow.ts";
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
    "experimental/developer/1.0.0.yml:124 secret-guidance",
    "experimental/developer/1.0.0.yml:328 template-none-printed",
    "experimental/fix_pipeline/1.0.0.yml:47 ignored-keys",
    "experimental/fix_pipeline/1.0.0.yml:165 secret-guidance",
    "v1/agentic_chat/1.0.0.yml:30 undeclared-input",
    "v1/agentic_chat/1.0.0.yml:67 deprecated-fields",
    "v1/analytics_agent/1.0.0.yml:11 chat-partial-unused",
    "v1/convert_to_gl_ci/1.0.0.yml:23 secret-guidance",
    "v1/convert_to_gl_ci/1.0.0.yml:39 secret-guidance",
    "v1/convert_to_gl_ci/1.0.0.yml:44 deprecated-fields",
    "v1/convert_to_gl_ci/1.0.0.yml:70 secret-guidance",
    "v1/convert_to_gl_ci/1.0.0.yml:90 secret-guidance",
    "v1/convert_to_gl_ci/1.0.0.yml:139 executor-category",
    "v1/convert_to_gl_ci/1.0.1.yml:23 secret-guidance",
    "v1/convert_to_gl_ci/1.0.1.yml:39 secret-guidance",
    "v1/convert_to_gl_ci/1.0.1.yml:70 secret-guidance",
    "v1/convert_to_gl_ci/1.0.1.yml:90 secret-guidance",
    "v1/convert_to_gl_ci/1.0.1.yml:139 executor-category",
    "v1/developer/1.0.0.yml:124 secret-guidance",
    "v1/developer/1.0.0.yml:298 template-none-printed",
    "v1/developer/1.0.0.yml:304 template-none-printed",
    "v1/developer/1.0.0.yml:322 template-none-printed",
    "v1/developer/2.0.0-interactive.yml:108 deprecated-fields",
    "v1/developer/2.0.0-interactive.yml:122 secret-guidance",
    "v1/developer/2.0.0-orbit.yml:111 secret-guidance",
    "v1/developer/2.0.0.yml:102 secret-guidance",
    "v1/developer/2.1.0-interactive.yml:96 secret-guidance",
    "v1/developer/2.1.0-interactive.yml:159 deprecated-fields",
    "v1/developer/2.1.0-interactive.yml:173 secret-guidance",
    "v1/duo_permissions_assistant/1.0.0.yml:23 chat-partial-unused",
    "v1/duo_permissions_assistant/1.0.0.yml:29 secret-guidance",
    "v1/fix_pipeline/1.0.0.yml:34 secret-guidance",
    "v1/fix_pipeline/1.0.0.yml:96 secret-guidance",
    "v1/fix_pipeline/1.0.0.yml:114 deprecated-fields",
    "v1/fix_pipeline/1.0.0.yml:166 secret-guidance",
    "v1/fix_pipeline/1.0.0.yml:195 secret-guidance",
    "v1/fix_pipeline/1.0.0.yml:230 secret-guidance",
    "v1/fix_pipeline/1.0.0.yml:262 secret-guidance",
    "v1/fix_pipeline/1.0.0.yml:351 secret-guidance",
    "v1/fix_pipeline/1.0.1.yml:34 secret-guidance",
    "v1/fix_pipeline/1.0.1.yml:96 secret-guidance",
    "v1/fix_pipeline/1.0.1.yml:164 secret-guidance",
    "v1/fix_pipeline/1.0.1.yml:193 secret-guidance",
    "v1/fix_pipeline/1.0.1.yml:226 secret-guidance",
    "v1/fix_pipeline/1.0.1.yml:258 secret-guidance",
    "v1/fix_pipeline/1.0.1.yml:343 secret-guidance",
    "v1/orbit_agent/1.0.0.yml:11 chat-partial-unused",
    "v1/orbit_agent/1.0.0.yml:61 chat-partial-unused",
    "v1/orbit_agent/1.0.0.yml:67 secret-guidance",
    "v1/resolve_sast_vulnerability/1.0.0.yml:29 secret-guidance",
    "v1/resolve_sast_vulnerability/1.0.0.yml:39 deprecated-fields",
    "v1/resolve_sast_vulnerability/1.0.0.yml:47 secret-guidance",
    "v1/resolve_sast_vulnerability/1.0.0.yml:77 secret-guidance",
    "v1/resolve_sast_vulnerability/1.0.0.yml:100 secret-guidance",
    "v1/resolve_sast_vulnerability/1.0.0.yml:117 secret-guidance",
    "v1/resolve_sast_vulnerability/1.0.0.yml:136 secret-guidance",
    "v1/sast_fp_detection/1.0.0.yml:10 ignored-keys",
    "v1/secrets_fp_detection/1.0.0.yml:10 ignored-keys",
    "v1/secrets_fp_detection/1.0.0.yml:59 secret-guidance",
    "v1/software_development/1.0.0.yml:276 secret-guidance",
  ]);
});

corpusTest("what is repaired in real configs is repaired for good (FLOWPROOF_CORPUS)", () => {
  const repaired = configs().flatMap((path) => {
    const text = readCorpus(`configs/${path}`);
    const { text: after, fixed, remaining } = fixFlow({ text, path }, options);
    expect(remaining.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(fixFlow({ text: after, path }, options).text).toBe(after);
    const service = { knowledge: bundledKnowledge, only: ["service"] as const };
    expect(lintText(after, path, service)).toEqual(lintText(text, path, service));
    return fixed.map(({ rule }) => `${path} ${rule}`);
  });
  expect(repaired).toEqual([
    "experimental/developer/1.0.0.yml secret-guidance",
    "experimental/fix_pipeline/1.0.0.yml secret-guidance",
    "v1/developer/1.0.0.yml secret-guidance",
    "v1/developer/2.0.0-interactive.yml deprecated-fields",
    "v1/developer/2.1.0-interactive.yml deprecated-fields",
    "v1/duo_permissions_assistant/1.0.0.yml secret-guidance",
    "v1/orbit_agent/1.0.0.yml secret-guidance",
    "v1/software_development/1.0.0.yml secret-guidance",
  ]);
});

corpusTest("nothing that somebody may write makes a rule throw (FLOWPROOF_CORPUS)", () => {
  const { cases }: { readonly cases: readonly { readonly yaml: string }[] } = JSON.parse(
    readCorpus("lint-cases.json"),
  );
  expect(cases.length).toBeGreaterThan(400);
  for (const { yaml } of cases) expect(lintText(yaml, "flow.yml", options)).toBeInstanceOf(Array);
});
