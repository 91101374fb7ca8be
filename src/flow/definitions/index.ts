export { attributeNames, requiredAttributes } from "./attribute-names.ts";
export {
  type DefinedReference,
  flowVersionOf,
  grantedPrivileges,
  type GrantedPrivilege,
  isSet,
  privilegeOf,
  referenceOf,
  textOf,
} from "./definition-facts.ts";
export type {
  DefinedAttribute,
  DefinedValue,
  Definition,
  DefinitionKind,
  DefinitionProblem,
  Definitions,
} from "./definition.ts";
export { type DefinitionSource, type ModuleRunner, readDefinitions } from "./read-definitions.ts";
export {
  codingEnvironments,
  deprecatedEnvironments,
  eventsByNumber,
  featureMaturities,
  privilegesByNumber,
  workflowEnvironments,
} from "./vocabulary.ts";
export { yamlDefinitions } from "./yaml-definitions.ts";
