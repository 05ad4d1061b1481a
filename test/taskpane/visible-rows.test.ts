import fc from "fast-check";
import { visibleRows, type ListMeasures } from "../../taskpane/parts/visible-rows";

const lists = fc
  .record({
    count: fc.nat(20_000),
    rowHeight: fc.integer({ min: 20, max: 60 }),
    detailHeight: fc.nat(300),
    top: fc.integer({ min: -2000, max: 900_000 }),
    height: fc.integer({ min: 100, max: 1200 }),
    open: fc.integer({ min: -1, max: 19_999 }),
  })
  .map((list): ListMeasures => ({ ...list, open: Math.min(list.open, list.count - 1) }));

const heightOf = ({ count, rowHeight, open, detailHeight }: ListMeasures): number =>
  count * rowHeight + (open >= 0 ? detailHeight : 0);

describe("the rows of a long list that are drawn", () => {
  test("are never more than what fits, and some", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { from, to } = visibleRows(list);
        expect(to - from).toBeLessThanOrEqual(list.height / list.rowHeight + 27);
      }),
    );
  });

  test("leave the list as high as if all were drawn", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { from, to, before, after } = visibleRows(list);
        const isOpenDrawn = list.open >= from && list.open < to;
        const drawn = (to - from) * list.rowHeight + (isOpenDrawn ? list.detailHeight : 0);
        expect(before + drawn + after).toBe(heightOf(list));
      }),
    );
  });

  test("cover the whole visible part", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { from, to, before, after } = visibleRows(list);
        fc.pre(list.top < heightOf(list) && list.top + list.height > 0);
        expect(before <= Math.max(0, list.top) || from === 0).toBe(true);
        expect(heightOf(list) - after >= Math.min(heightOf(list), list.top + list.height) || to === list.count).toBe(
          true,
        );
      }),
    );
  });
});
