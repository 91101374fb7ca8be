export const yamlErrors = {
  YAML_INVALID: {
    kind: "usage",
    text: "A file is not YAML that flowproof reads: broken syntax, a key that occurs twice, more than one document, tags, or more than the limits allow. Our own formats are YAML 1.2 (JSON is part of it); flow configs are read as the service's loader reads them.",
  },
} as const;
