/** Words of a prompt by which an agent is one that could write a secret. */
export interface SecretWords {
  /** Completes "the agent …": `works on CI/CD configuration`. */
  readonly what: string;
  readonly pattern: RegExp;
}

const verbs = [
  ["author", "authors", "authoring"],
  ["configure", "configures", "configuring"],
  ["convert", "converts", "converting"],
  ["create", "creates", "creating"],
  ["edit", "edits", "editing"],
  ["fix", "fixes", "fixing"],
  ["generate", "generates", "generating"],
  ["migrate", "migrates", "migrating"],
  ["modify", "modifies", "modifying"],
  ["optimi[sz]e", "optimi[sz]es", "optimi[sz]ing"],
  ["repair", "repairs", "repairing"],
  ["translate", "translates", "translating"],
  ["write", "writes", "writing"],
];

/** "create an issue when a pipeline fails" is about an issue. */
const otherObject = "about|after|by|for|from|if|in|of|on|that|to|when|which|who|with";
/** What is made of a pipeline, but is none. */
const report =
  "analytics|data|errors?|failures?|ids?|issues?|links?|logs?|metrics|reports?|results?|runs?|status|summar(?:y|ies)|urls?";
const pipeline = `pipelines?(?![ -](?:${report})\\b)`;
const ciConfig = "CI(?:/CD)? (?:configurations?|configs?|files?|jobs?)";

const tokenKinds =
  "access|api|auth|authentication|authorization|bearer|ci|deploy|feed|job|oauth|personal|refresh|registration|runner|trigger";

/**
 * The words, as they stand in a sentence that forbids nothing. They are wide for credentials, and narrow
 * for pipelines, which many prompts mention in passing.
 */
export const secretWords: readonly SecretWords[] = [
  {
    what: "works on CI/CD configuration",
    pattern: /\.gitlab-ci\.ya?ml\b|\bJenkinsfiles?\b|\.github\/workflows\b|\.circleci\b/i,
  },
  {
    what: "writes or converts pipelines",
    pattern: new RegExp(
      `\\b(?:${verbs.flat().join("|")})[ ](?:(?!(?:${otherObject})\\b)[\\w/'\`-]{1,40},?[ ]){0,3}(?:${pipeline}|${ciConfig})\\b`,
      "i",
    ),
  },
  {
    what: "handles credentials",
    pattern: new RegExp(
      `\\b(?:credentials?|passwords?|passphrases?|(?:api|private|secret|ssh)[ -]keys?|connection strings?|secrets|environment files?|(?:${tokenKinds})[ -]tokens?)\\b|(?<![\\w.])\\.env\\b`,
      "i",
    ),
  },
];

/** In front of the words, it makes them something that the agent shall leave alone. */
export const forbidding: RegExp =
  /\b(?:never|avoid|without|cannot|must not|should not|do not|does not|(?:don|can|mustn|shouldn|doesn)['’]?t|refuse to)\b/i;
