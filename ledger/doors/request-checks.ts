import { AjvCompiler } from "@fastify/ajv-compiler";
import { isUuid } from "../books/asset";
import { isDay, monthBeginning } from "../books/calendar";
import type { FastifyInstance } from "fastify";

// The usual "uuid" would also let "urn:uuid:…" through, which the database does not read.
/** The formats that our schemas name. */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  uuid: isUuid,
  day: isDay,
  "first-of-month": (text) => isDay(text) && monthBeginning(text) !== undefined,
  moment: (text) => isDay(text.slice(0, 10)) && timeOfDay.test(text.slice(10)),
};

// RFC 3339: the time and its offset are required, the second may be a leap second.
const timeOfDay = /^T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

const compile = AjvCompiler()(
  {},
  {
    customOptions: {
      // A "1666" is no amount: nothing is converted, nothing dropped, and everything that is wrong is told at once.
      coerceTypes: false,
      removeAdditional: false,
      useDefaults: true,
      allErrors: true,
      verbose: true,
      allowUnionTypes: true,
    },
    onCreate: (ajv) => {
      for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check);
    },
  },
);

/** Checks every request of this part of the server against its schema, strictly. */
export function checkStrictly(app: FastifyInstance): void {
  app.setValidatorCompiler(compile);
}
