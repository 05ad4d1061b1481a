import { methodNamed } from "../methods";
import { ratioOf, whole } from "../ratio";
import { fail, ok } from "../result";
import { mostMonths } from "../walk/trip";
import { amountIn, movementOf, numberIn, type Effect } from "./effect";
import { carrying, monthsLeft, type Standing } from "./standing";

/** A new salvage, from here on (IAS 16.51, IAS 8.36). */
export const newSalvage: Effect = (standing, event, { decimals }) => {
  const amount = amountIn(event, decimals);
  return amount.ok ? ok({ standing: { ...standing, salvage: whole(amount.value) } }) : amount;
};

/** So many months of life remain, the month of the event included; a declining balance begins anew on what is left. */
export const newLife: Effect = (standing, event) => {
  const months = numberIn(event);
  if (!months.ok) return months;
  const given = months.value;
  if (!Number.isInteger(given)) return fail({ code: "not-whole", what: event.type.word, given });
  if (given === 0) return fail({ code: "not-positive", what: event.type.word, given });
  if (given > mostMonths) return fail({ code: "too-large", what: event.type.word, given, most: String(mostMonths) });
  return ok({ standing: anew(standing, { rule: standing.pattern.rule, age: whole(0), life: whole(given) }) });
};

/** Another method for what is left, over the months that are left. */
export const newMethod: Effect = (standing, event, { asset }) => {
  if (event.value === undefined || event.value === "") return fail({ code: "missing", what: "the value of METHOD" });
  const method = methodNamed(String(event.value));
  if (!method.ok) return method;
  const { factor } = method.value;
  const rule = method.value.rule(factor === undefined ? asset : { ...asset, factor });
  if (!rule.ok) return rule;
  const life = monthsLeft(standing);
  if (life === undefined && (rule.value.by === "age" || rule.value.by === "nothing")) {
    const because = "the asset has no life for the new method to go over. Give a LIFE on the same day";
    return fail({ code: "event-out-of-turn", what: event.type.word, because });
  }
  return ok({ standing: anew(standing, { rule: rule.value, age: whole(0), life }) });
};

function anew(standing: Standing, pattern: Standing["pattern"]): Standing {
  return { ...standing, pattern, yearBase: carrying(standing) };
}

/** Counted with the units of its row before the charges are worked out. */
export const use: Effect = (standing, event) => {
  const units = numberIn(event);
  return units.ok ? ok({ standing }) : units;
};

/** What is left to charge goes over the units that are left of the new total. */
export const newTotalUnits: Effect = (standing, event) => {
  const units = numberIn(event);
  if (!units.ok) return units;
  const { rule } = standing.pattern;
  if (rule.by !== "units") return ok({ standing });
  return ok({
    standing: { ...standing, pattern: { ...standing.pattern, rule: { ...rule, total: ratioOf(units.value) } } },
  });
};

/** Held for sale or idle: nothing is charged until it resumes. */
export const stop: Effect = (standing, event) =>
  standing.isStopped
    ? fail({ code: "event-out-of-turn", what: event.type.word, because: "the asset is stopped already" })
    : ok({ standing: { ...standing, isStopped: true } });

/** Goes on with the months of life that there were when it stopped. */
export const resume: Effect = (standing, event) =>
  standing.isStopped
    ? ok({ standing: { ...standing, isStopped: false } })
    : fail({ code: "event-out-of-turn", what: event.type.word, because: "the asset is not stopped" });

/** Another class, with its cost and all that is gone of it. */
export const transfer: Effect = (standing, event) =>
  event.newClass === undefined || event.newClass === ""
    ? fail({ code: "missing", what: "the new class of TRANSFER" })
    : ok({ standing, movement: movementOf(event, "transfer", standing, standing) });
