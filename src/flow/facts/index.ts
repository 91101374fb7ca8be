export { lookUpVersion, type Versions } from "./look-up-version.ts";
export { recordedKnowledge } from "./recorded-knowledge.ts";
