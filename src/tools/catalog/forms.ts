import type { CatalogEntry } from "./catalog-entry.ts";
import { list, omittable, record, required, text } from "./parameter.ts";
import { showsUser } from "./presets.ts";

/** Forms that the user has open in the client. */
export const formTools: readonly CatalogEntry[] = [
  {
    name: "set_form_permissions",
    summary: "Ticks and clears permissions in the token form that the user has open, by boundary",
    ...showsUser,
    privileges: ["read_write_gitlab"],
    scope: "none",
    parameters: {
      select: omittable(record(list(text()))),
      clear: omittable(record(list(text()))),
    },
  },
  {
    name: "update_form_permissions",
    summary: "Ticks and clears permissions in the token form that the user has open",
    ...showsUser,
    privileges: ["read_write_gitlab"],
    scope: "none",
    parameters: {
      select: omittable(list(text())),
      clear: omittable(list(text())),
    },
  },
  {
    name: "update_form_fields",
    summary: "Ticks and clears fields of the form that the user has open",
    ...showsUser,
    privileges: ["read_write_gitlab"],
    scope: "none",
    parameters: {
      form_id: required(text({ minLength: 1 })),
      select: omittable(list(text())),
      clear: omittable(list(text())),
    },
  },
];
