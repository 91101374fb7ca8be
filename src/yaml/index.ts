export type { NonStringKey } from "./service/non-string-key.ts";
export { PyDate } from "./service/py-date.ts";
export { readServiceYaml, type ServiceYaml } from "./service/read-service-yaml.ts";
export { readYaml, type YamlFile } from "./strict/read-yaml.ts";
export type { YamlProblem } from "./yaml-problem.ts";
export { writeYaml } from "./write-yaml.ts";
export { yamlErrors } from "./yaml-errors.ts";
export { type YamlComment, type YamlLayout, yamlLayout } from "./source/yaml-layout.ts";
