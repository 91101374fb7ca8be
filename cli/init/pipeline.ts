import type { PlannedFile } from "./planned-file.ts";
import type { Repository } from "./repository.ts";

/** Files that a pipeline includes, one a job, and the lines by which it does. */
export interface Pipeline {
  readonly jobs: readonly PlannedFile[];
  readonly includes: string;
}

const lintPath = ".gitlab/ci/lint-flows.yml";
const evalPath = ".gitlab/ci/eval.yml";

const rules = `  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;

/** The jobs of a merge request: lint what changed hands, evaluate what will be shipped. */
export function pipelineOf({ install }: Pick<Repository, "install">): Pipeline {
  const note =
    install === undefined
      ? `# It needs the CI/CD variable FLOWPROOF_PACKAGE: what npm installs flowproof from. Name a tag of its git
# repository (git+https://gitlab.example.com/group/flowproof.git#v0.1.0), a package of your registry, or a .tgz.
# Once flowproof is a dependency in your package.json, \`npm ci\` can stand in the place of that line.
`
      : "";
  const installing =
    install ??
    `'npm install --no-save "\${FLOWPROOF_PACKAGE:?set this CI/CD variable, .gitlab/ci/ says to what}"'`;
  const job = (name: string, about: string, steps: string): string => `# ${about}
${note}${name}:
  stage: test
  image: node:20
${rules}  script:
    - ${installing}
${steps}`;
  return {
    jobs: [
      {
        path: lintPath,
        about: "a job that lints",
        text: job(
          "lint-flows",
          "Fails on every error in the flows: what the service would refuse, what a policy forbids, what cannot work.",
          `    - npx lint-flows -o codequality=gl-code-quality-report.json -o lint-flows.xml
  artifacts:
    when: always
    expire_in: 1 week
    reports: { codequality: gl-code-quality-report.json, junit: lint-flows.xml }
`,
        ),
      },
      {
        path: evalPath,
        about: "a job that evaluates",
        text: job(
          "eval",
          "Runs the suites. Without a key they are played on their scripts, which costs nothing.",
          `    # For a real model: a masked variable ANTHROPIC_API_KEY, and --model claude-sonnet-4-6 here.
    - npx flowproof eval run -o junit.xml
  artifacts:
    when: always
    paths: [reports/]
    reports: { junit: junit.xml }
`,
        ),
      },
    ],
    includes: `include:\n  - local: /${lintPath}\n  - local: /${evalPath}\n`,
  };
}
