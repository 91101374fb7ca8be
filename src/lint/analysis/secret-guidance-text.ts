/** What GitLab's guide wants in the system prompt of agents that could write a secret, line by line and verbatim. */
export const secretGuidanceLines: readonly string[] = [
  "Never write literal secret values (API keys, tokens, passwords, connection strings, or any credentials)",
  "into files or repository content. Always substitute secrets with CI/CD variable references",
  "(for example, $API_KEY, $DB_PASSWORD, $DEPLOY_TOKEN). If a user provides a secret value directly,",
  "do not echo it into any file — instead, recommend storing it in Settings > CI/CD > Variables and",
  "reference it as a variable. When converting pipelines from other CI systems (for example, Jenkins,",
  "GitHub Actions, CircleCI) that contain hardcoded secrets, replace those values with variable",
  "references and flag to the user that the original pipeline contained hardcoded secrets.",
];

/** The same as one line. */
export const secretGuidance: string = secretGuidanceLines.join(" ");

/** Whether a text holds the guidance, however it is wrapped and indented. */
export function holdsSecretGuidance(text: string): boolean {
  return text.replaceAll(/\s+/g, " ").includes(secretGuidance);
}
