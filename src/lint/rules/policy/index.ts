// One line per rule, sorted. This line is the registration.
export { catalogAgent } from "./catalog-agent.ts";
export { definitionAttributes } from "./definition-attributes.ts";
export { definitionEnvironment } from "./definition-environment.ts";
export { definitionExperimental } from "./definition-experimental.ts";
export { definitionFile } from "./definition-file.ts";
export { definitionReference } from "./definition-reference.ts";
export { definitionTriggers } from "./definition-triggers.ts";
export { definitionVersion } from "./definition-version.ts";
export { disableComments } from "./disable-comments.ts";
export { literalSecrets } from "./literal-secrets.ts";
export { releasedConfig } from "./released-config.ts";
export { secretGuidance } from "./secret-guidance.ts";
export { ungrantedTool } from "./ungranted-tool.ts";
export { unneededPrivilege } from "./unneeded-privilege.ts";
export { versionStep } from "./version-step.ts";
