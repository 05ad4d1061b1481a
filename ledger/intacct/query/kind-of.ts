import { Refusal } from "../../books/refusal";
import { shown } from "../../doors/complaint";
import type { FieldKind } from "../fields";
import type { ObjectType } from "../object-type";

/** What a field of the object holds. Refusal: it has no such field. */
export function kindOf({ name, fields }: ObjectType, field: string): FieldKind {
  const kind = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (kind !== undefined) return kind;
  throw new Refusal(
    "invalid",
    `${name} has no field ${shown(field)}; it has ${Object.keys(fields).join(", ")}.`,
    "fields",
  );
}
