export { globalNames, inspectTemplate } from "./inspect/inspect-template.ts";
export type {
  AttributeUse,
  NamedSpot,
  NullUse,
  TemplateFacts,
  TemplateSpot,
} from "./inspect/template-facts.ts";
export { renderPrompt } from "./render-prompt.ts";
export { renderTemplate } from "./render-template.ts";
export { TemplateError, type TemplateErrorCode } from "./template-error.ts";
export type { TemplateLimits } from "./template-limits.ts";
export type { TemplateOptions, TemplatePass } from "./template-options.ts";
export { templateVariables } from "./template-variables.ts";
