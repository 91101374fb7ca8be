/** Attributes that the service's model classes keep for themselves. */
export const reservedFields: readonly string[] = [
  "model_config",
  "model_dump",
  "model_dump_json",
  "model_validate",
  "model_validate_json",
  "model_validate_strings",
];
