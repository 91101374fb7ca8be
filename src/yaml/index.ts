export type { NonStringKey } from "./service/non-string-key.ts";
export { readServiceYaml, type ServiceYaml } from "./service/read-service-yaml.ts";
export { readYaml, type YamlFile } from "./strict/read-yaml.ts";
export { yamlErrors } from "./yaml-errors.ts";
