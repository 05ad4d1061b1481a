/** A property of a request. `description` completes the sentence "… must be …". */
export interface Property {
  readonly description: string;
  readonly [keyword: string]: unknown;
}

const mostCents = Number.MAX_SAFE_INTEGER;

// PostgreSQL cannot keep a zero character, and half of a surrogate pair is no character at all.
const keepable = "^[^\\u0000\\ud800-\\udfff]*$";

export function text(shortest: number, longest: number): Property {
  return {
    type: "string",
    minLength: shortest,
    maxLength: longest,
    pattern: keepable,
    description: `text of ${shortest} to ${longest} characters`,
  };
}

export function cents(least: number): Property {
  return {
    type: "integer",
    minimum: least,
    maximum: mostCents,
    description: `a whole number of cents from ${least} to ${mostCents}`,
  };
}

export function whole(least: number, most: number, of: string): Property {
  return {
    type: "integer",
    minimum: least,
    maximum: most,
    description: `a whole number of ${of} from ${least} to ${most}`,
  };
}

export const uuid: Property = {
  type: "string",
  format: "uuid",
  description: "a UUID such as 7d3f2c1a-9b4e-4f60-8a15-2c3d4e5f6a7b",
};
export const flag: Property = { type: "boolean", description: "true or false" };

export const day: Property = {
  type: "string",
  format: "day",
  description: "a date as yyyy-mm-dd, from 1900-03-01 to 9999-12-31",
};

export const firstOfMonth: Property = {
  type: "string",
  format: "first-of-month",
  description: "the first day of a month as yyyy-mm-dd, such as 2026-01-01",
};

export const moment: Property = {
  type: "string",
  format: "moment",
  description: "a date and time such as 2024-02-29T00:00:00Z, from 1900-03-01 on",
};

export function oneOf(words: readonly string[]): Property {
  return { type: "string", enum: words, description: `one of ${words.join(", ")}` };
}

/** The same property, which may also be null. */
export function orNull(property: Property): Property {
  const { enum: words } = property;
  return {
    ...property,
    nullable: true,
    description: `${property.description}, or null`,
    ...(Array.isArray(words) ? { enum: [...(words as readonly unknown[]), null] } : {}),
  };
}

/** An object with these properties; others are let through unread, as the systems we answer for do. */
export function objectOf(required: readonly string[], properties: Readonly<Record<string, Property>>): Property {
  return { type: "object", required, properties, description: "a JSON object" };
}

/** True or false in the address, where everything is text. */
export const flagText: Property = oneOf(["true", "false"]);
