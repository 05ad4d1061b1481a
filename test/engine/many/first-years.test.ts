// First fiscal years are remembered by what conventions look at. A convention that looks at more would get another's.
import fc from "fast-check";
import { conventions, frequencies } from "../../../src/engine";
import { FirstYears } from "../../../src/engine/many/first-years";
import { inServiceDay, lifeMonths } from "../random-assets";

const inMonths = conventions.filter(({ firstYear }) => firstYear !== undefined);

test.each(inMonths.map((convention) => [convention.word, convention] as const))(
  "%s looks only at the months to the year's end, the day of the month and a life below a year",
  (_word, convention) => {
    const drawn = fc.record({ day: inServiceDay, yearEnd: fc.integer({ min: 1, max: 12 }), life: lifeMonths });
    fc.assert(
      fc.property(fc.constantFrom(...frequencies), fc.array(drawn, { minLength: 300, maxLength: 300 }), (by, all) => {
        const remembering = new FirstYears(by);
        for (const { day, yearEnd, life } of all) {
          const remembered = remembering.of(convention, day, yearEnd, life);
          expect(remembered).toEqual(new FirstYears(by).of(convention, day, yearEnd, life));
        }
      }),
      { numRuns: 10 },
    );
  },
);
