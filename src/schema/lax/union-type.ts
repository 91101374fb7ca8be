import { LaxErrors } from "./lax-errors.ts";
import { type Checked, exact, type LaxType, type Refused } from "./lax-type.ts";

/** What a union without members would say. */
const none: Refused = { ok: false, errors: [], more: 0 };

type Success = Extract<Checked, { ok: true }>;

/**
 * `Union[…]` in pydantic's smart mode: the first member that takes the value as it is; else the one
 * that uses most fields of it; else the closest, and of equally close ones the first.
 */
export function unionType(members: readonly LaxType[]): LaxType {
  return {
    name: `union[${members.map(({ name }) => name).join(",")}]`,
    check(input) {
      const errors = new LaxErrors();
      let best: Success | undefined;
      for (const member of members) {
        const checked = member.check(input);
        if (!checked.ok) {
          errors.addInside(member.name, checked);
          continue;
        }
        if (checked.exactness === exact && checked.fieldsSet === undefined) return checked;
        if (best === undefined || isBetter(checked, best)) best = checked;
      }
      return best ?? errors.refused() ?? none;
    },
  };
}

function isBetter(candidate: Success, best: Success): boolean {
  const fields = candidate.fieldsSet;
  const bestFields = best.fieldsSet;
  if (fields !== undefined && bestFields !== undefined && fields !== bestFields) {
    return fields > bestFields;
  }
  return candidate.exactness > best.exactness;
}
